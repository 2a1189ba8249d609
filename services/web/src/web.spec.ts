import { gunzipSync } from "node:zlib";
import type { InconsistencyRow } from "@karnameh/projections/planner/catalogue";
import { QuestionError, type QuestionErrorCode } from "@karnameh/projections/planner/question";
import { traineesInconsistency } from "@karnameh/projections/testing/fake-claims";
import {
  eventIndicators,
  type FakePlannerOptions,
  fakePlanner,
} from "@karnameh/projections/testing/fake-planner";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import { describe, expect, test } from "vitest";
import { createWeb } from "./web.ts";

const live: ReaderStatus = {
  state: "LIVE",
  position: "184223",
  head: "184230",
  lagEvents: 7,
  ageSeconds: 200,
};

const serve = (options: FakePlannerOptions = {}, now: () => ReaderStatus = () => live) => {
  const logged: string[] = [];
  const planner = fakePlanner(options);
  const web = createWeb({
    planner: () => planner,
    live: async () => now(),
    exampleQueries: [{ title: { fa: "نمونه", en: "Example" }, query: "{ system { head } }" }],
    logger: { error: (message) => void logged.push(message) },
  });
  const get = (path: string, headers: Record<string, string> = {}) => web.request(path, { headers });
  return { get, logged, planner, text: async (path: string) => (await get(path)).text() };
};

const refusal = (code: QuestionErrorCode) => new QuestionError(code, "refused", "try again");

/** The card of one indicator, cut out of a page. */
const cardOf = (page: string, code: string): string => {
  const start = page.indexOf(`<article class="card" id="${code}">`);
  return page.slice(start, page.indexOf("</article>", start));
};

describe("the first page", () => {
  test("marks a simulated release, and no other", async () => {
    const release = {
      asOf: "2024-02-04",
      periodTo: "2023-12-21",
      indicators: ["trainees"],
      reason: { fa: "انتشار", en: "Quarterly release" },
      nextOn: null,
    };
    const page = await serve({
      releases: [
        { ...release, releaseId: "simulated", isSynthetic: true },
        { ...release, releaseId: "recorded", isSynthetic: false },
      ],
    }).text("/en");
    const list = page.slice(page.indexOf('id="releases"'));
    expect(list.match(/Quarterly release <span class="badge">SYNTHETIC|Quarterly release<\/li>/g)).toEqual([
      'Quarterly release <span class="badge">SYNTHETIC',
      "Quarterly release</li>",
    ]);
  });

  test("is Persian from right to left, and English beside it", async () => {
    const { text } = serve();
    expect(await text("/")).toContain('<html lang="fa" dir="rtl">');
    expect(await text("/en")).toContain('<html lang="en" dir="ltr">');
  });

  test("has neither script nor inline style", async () => {
    const { text, get } = serve();
    for (const path of ["/", "/en", "/nowhere"])
      expect(await text(path)).not.toMatch(/<script|<style| style=| on\w+=/);
    expect((await get("/")).headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'self'/,
    );
  });

  test.each(["/", "/en"])("shows every indicator whole at %s", async (path) => {
    const page = await serve().text(path);
    const lang = path === "/" ? "fa" : "en";
    for (const { code, title } of eventIndicators) {
      const card = cardOf(page, code);
      expect(card).toContain(title[lang]);
      expect(card).toMatch(/<data value="[\d.]+">/);
      expect(card).toContain(lang === "fa" ? "۱۴۰۲" : "1402");
      expect(card).toContain(
        lang === "fa" ? "۲۹ اسفند ۱۴۰۲ (۱۹ مارس ۲۰۲۴)" : "as known on 19 March 2024 (29 Esfand 1402)",
      );
      expect(card).toMatch(/<caption>.+<\/caption>/);
      expect(card).toContain('<th scope="row">');
      expect(card).toMatch(/role="img"[^>]*><title id="\w+-chart-title">[^<]+<\/title><desc/);
      expect(decodeURIComponent(card)).toContain(`/graphql?query={\n  observations(indicator: "${code}"`);
      expect(card).toContain(`href="#${code}"`);
    }
  });

  test("writes numbers in the digits of its language", async () => {
    const { text } = serve();
    expect(await text("/")).toContain("۱۸۴٬۲۲۳");
    expect(await text("/en")).toContain("184,223");
  });

  test("says why a number is missing, and never zero", async () => {
    const card = cardOf(await serve().text("/en"), "placement_rate_12m");
    expect(card).toContain("no data: the cohort&#39;s window has not passed yet");
    expect(card).toContain("Q4 1401 (Dey–Esfand)");
    expect(card).not.toMatch(/<td>0(\.0)?<\/td>/);
  });

  test("marks what is simulated, and only that", async () => {
    const page = await serve().text("/");
    expect(cardOf(page, "trainees")).toContain("ساختگی (شبیه‌سازی)");
    expect(cardOf(page, "replacement_rate")).not.toContain("ساختگی");
    expect(await serve({ isSynthetic: false }).text("/en")).not.toContain("SYNTHETIC");
  });

  test("marks a period that is not over as provisional", async () => {
    expect(cardOf(await serve().text("/en"), "trainees")).toContain(
      '<span class="status">Provisional</span>',
    );
  });

  test("shows the gap of a claim that does not add up", async () => {
    const page = await serve({ inconsistencies: [traineesInconsistency] }).text("/en");
    expect(page).toContain("1,039,000 + 1,463,000 = 2,502,000");
    expect(page).toContain("359,000</bdi></b> = 12.5% of what was stated");
  });

  test("says why a claim stands there, and offers a misprint as a guess", async () => {
    const { text } = serve({ inconsistencies: [traineesInconsistency] });
    const [en, fa] = [await text("/en"), await text("/")];
    expect(en).toContain("<dd>The parts do not add up to the whole</dd>");
    expect(en).toContain("If RF-37 lost a digit, the figures agree exactly.<small>A guess to be checked");
    expect(fa).toContain("جمع اجزا به کل نمی‌رسد");
    expect(
      await serve({ inconsistencies: [{ ...traineesInconsistency, hypotheses: [] }] }).text("/en"),
    ).not.toContain("Perhaps a misprint");
  });

  test("shows what was said of a claim and by whom, and what a corrected figure said first", async () => {
    const remark = {
      status: "DISMISSED",
      text: { fa: "دو چیز", en: "Of <two> things" },
      evidence: null,
      on: "2023-11-06",
      by: "urn:karnameh:newsroom:desk",
    } as const;
    const correction = { ...remark, value: 2_900_000, valueText: null, reason: "a misprint" };
    const left = { ...traineesInconsistency.left, correction };
    const page = await serve({
      inconsistencies: [{ ...traineesInconsistency, left, remarks: [remark] }],
    }).text("/en");
    expect(page).toContain("<dt>Dismissed: not of one thing</dt><dd><bdi>Of &lt;two&gt; things</bdi>");
    expect(page).toContain("recorded by <bdi>newsroom desk</bdi>");
    expect(page).toMatch(/corrected on 6 November 2023 .*; first stated: 2,900,000/);
  });

  test("says of words that are in the other language alone which it is and where they begin", async () => {
    const only = (words: string) => ({ fa: words, en: words });
    const left = {
      ...traineesInconsistency.left,
      subject: only("Trainees of TVTO centres"),
      documentTitle: only("گزارش یک‌ساله"),
      speakerName: "علی (TVTO)",
      speakerRole: null,
      speakerOrganisation: null,
    };
    const { text } = serve({
      inconsistencies: [{ ...traineesInconsistency, left, expectedText: "۱۴۰۲", right: [] }],
    });
    const [en, fa] = [await text("/en"), await text("/")];
    expect(fa).toContain('<h3><bdi lang="en" dir="ltr">Trainees of TVTO centres</bdi></h3>');
    expect(en).toContain("<h3><bdi>Trainees of TVTO centres</bdi></h3>");
    expect(en).toContain('<bdi lang="fa" dir="rtl">گزارش یک‌ساله</bdi>');
    expect(fa).toContain("<bdi>گزارش یک‌ساله</bdi>");
    // Three letters of one script and four of the other are of the other; digits are of none.
    expect(fa).toContain('<bdi lang="en" dir="ltr">علی (TVTO)</bdi>');
    expect(en).toContain("<dd><bdi>۱۴۰۲</bdi></dd>");
  });

  test("calls one day a day", async () => {
    const [right] = traineesInconsistency.right;
    if (!right) throw new Error("no claim");
    const one = {
      ...traineesInconsistency,
      kind: "SAME_AS",
      right: [right],
      gap: 1,
      gapPercent: null,
      gapUnit: "DAYS",
    };
    const page = await serve({ inconsistencies: [one] }).text("/en");
    expect(page).toContain('<b><bdi>1</bdi></b> <span class="unit">day</span></dd>');
  });

  test("gives the gap of dates in days, that of a target in percent of it, and what came of a forecast", async () => {
    const [right] = traineesInconsistency.right;
    if (!right) throw new Error("no claim");
    const days = {
      ...traineesInconsistency,
      kind: "SAME_AS",
      right: [right],
      gap: 3,
      gapPercent: null,
      gapUnit: "DAYS",
    };
    const short = {
      ...traineesInconsistency,
      kind: "RATIO",
      reason: "TARGET_AGAINST_RESULT",
      right: [right],
      gapPercent: -93,
    };
    const late = {
      ...traineesInconsistency,
      kind: "SAME_AS",
      right: [],
      gap: null,
      expectedText: "It was called off.",
    };
    const page = await serve({ inconsistencies: [days, short, late] }).text("/en");
    expect(page).toContain('<b><bdi>3</bdi></b> <span class="unit">days</span></dd>');
    expect(page).toContain("= -93% of the target");
    expect(page).toContain("<dt>What came</dt><dd><bdi>It was called off.</bdi>");
  });

  test("sets a figure that ought to say the same beside it, years not grouped, without a gap that is no number", async () => {
    const [right] = traineesInconsistency.right;
    if (!right) throw new Error("no claim");
    const years: InconsistencyRow = {
      ...traineesInconsistency,
      kind: "SAME_AS",
      left: { ...traineesInconsistency.left, value: 2016, unit: "GREGORIAN_YEAR" },
      right: [{ ...right, value: 1391, unit: "JALALI_YEAR" }],
      expected: 1391,
      gap: null,
      gapPercent: null,
    };
    const { text } = serve({ inconsistencies: [years] });
    const [en, fa] = [await text("/en"), await text("/")];
    expect(en).toContain("<bdi>2016</bdi>");
    expect(en).toMatch(/<dt>The other says<\/dt><dd><bdi>1391<\/bdi> <span class="unit">jalali year</);
    expect(fa).toMatch(/<dt>گفتهٔ دیگر<\/dt><dd><bdi>۱۳۹۱<\/bdi>/);
    expect(en).not.toMatch(/2,016|1,391|Its parts|<dt>Gap/);
  });

  test("counts the official series that were imported, not those known by name", async () => {
    const [first] = eventIndicators;
    if (!first) throw new Error("no card");
    const named = ["A", "B", "C"].map((code) => ({ ...first, code, kind: "SERIES" as const }));
    const cards = [...eventIndicators, ...named];
    expect(await serve({ indicators: cards }).text("/en")).toContain(
      "No official series has been imported yet",
    );
    const page = await serve({ indicators: cards, importedSeries: ["A", "C"] }).text("/en");
    expect(page).toContain("2 official series stand");
    expect(page).not.toContain("Of the simulated country");
    const simulated = cards.map((card) => (card.code === "A" ? { ...card, isSimulated: true } : card));
    expect(await serve({ indicators: simulated, importedSeries: ["A", "C"] }).text("/en")).toContain(
      "Of the simulated country: 1.",
    );
  });

  test("says the newest day of knowledge where no event waits, else since when one does", async () => {
    const page = await serve({}, () => ({ ...live, ageSeconds: null })).text("/en");
    const foot = page.slice(page.indexOf("<footer"));
    expect(foot).toContain("<dt>newest day of knowledge</dt><dd>19 March 2024 (29 Esfand 1402)</dd>");
    expect(foot).not.toMatch(/unknown|Waiting/);
    expect(foot).toContain("<dt>Position</dt><dd>184,223</dd>");
    expect(await serve().text("/en")).toContain("<dt>Waiting since</dt><dd>3 min ago</dd>");
  });

  test("says a figure with the qualifier that it was stated with", async () => {
    const claim = {
      ...traineesInconsistency,
      left: { ...traineesInconsistency.left, value: 70_000, qualifier: "GT" },
    };
    const { text } = serve({ inconsistencies: [claim] });
    expect(await text("/en")).toContain("<b><bdi>More than 70,000</bdi></b>");
    expect(await text("/")).toContain("<b><bdi>بیش از ۷۰٬۰۰۰</bdi></b>");
  });

  test("says a stated day in the calendars of the reader", async () => {
    const date = { value: null, valueText: "2023-08-24", unit: "DATE" };
    const claim = { ...traineesInconsistency, left: { ...traineesInconsistency.left, ...date } };
    const { text } = serve({ inconsistencies: [claim] });
    expect(await text("/")).toContain("۲ شهریور ۱۴۰۲ (۲۴ اوت ۲۰۲۳)");
    expect(await text("/en")).toContain("24 August 2023 (2 Shahrivar 1402)");
  });

  test("escapes what comes from events", async () => {
    const claim = {
      ...traineesInconsistency,
      left: { ...traineesInconsistency.left, speakerName: "<script>alert(1)</script>" },
    };
    const [first, ...rest] = eventIndicators;
    const title = { fa: "<b>الف</b>", en: "<img src=x onerror=y>" };
    const { text } = serve({
      inconsistencies: [claim],
      indicators: first ? [{ ...first, title }, ...rest] : [],
    });
    const page = await text("/en");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/<script|<img/);
  });

  test("tells the state of the system and what was set aside", async () => {
    const page = await serve({
      status: { unprocessableEvents: [{ type: "WorkerHired", reason: "unreadable", count: 3 }] },
    }).text("/en");
    expect(page).toContain("<dt>Events behind</dt><dd>7</dd>");
    expect(page).toContain("3 × WorkerHired: unreadable");
  });
});

describe("what is not there", () => {
  test("an empty log says how to import", async () => {
    const page = await serve({ status: { events: 0, knownOn: null }, inconsistencies: [] }).text("/en");
    expect(page).toContain("scripts/karnameh import events.ndjson");
    expect(page).not.toContain('class="card"');
  });

  test("an indicator that fails leaves the others standing and the page unkept", async () => {
    const { get, logged } = serve({ failing: { trainees: refusal("TOO_LARGE") } });
    const response = await get("/en");
    const page = await response.text();
    expect(page).toContain("This indicator could not be answered just now.");
    expect(cardOf(page, "employed")).toContain("<data");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(logged).toEqual(["an indicator was not answered"]);
  });

  test("a rebuild is said, with when to come back", async () => {
    const { get, logged } = serve({ failing: { trainees: refusal("REBUILDING") } });
    const response = await get("/");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.text()).toContain("عددها از نو ساخته می‌شوند");
    expect(logged).toEqual([]);
  });

  test("an unforeseen failure is masked and logged", async () => {
    const failing = () => {
      throw new Error("secret");
    };
    const { get, logged } = serve({}, failing);
    const response = await get("/en");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(logged).toEqual(["a page was not made"]);
  });

  test("an unknown address is not found, in both languages", async () => {
    const response = await serve().get("/en/nowhere");
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain('<html lang="en"');
    expect(page).toContain("There is no such page");
    expect(page).toContain("چنین صفحه‌ای نیست");
  });
});

describe("what a reader may keep", () => {
  test("the same state has the same tag and is not sent twice", async () => {
    const { get } = serve();
    const etag = (await get("/")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{16}"$/);
    const again = await get("/", { "If-None-Match": `"other", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("etag")).toBe(etag);
    expect((await get("/en")).headers.get("etag")).not.toBe(etag);
  });

  test("is squeezed for readers that take gzip, under a weak tag of the same state", async () => {
    const { get } = serve();
    const plain = await get("/en");
    const squeezed = await get("/en", { "Accept-Encoding": "br;q=1, gzip;q=0.8" });
    const headers = ["content-encoding", "content-type", "vary", "etag"].map((name) =>
      squeezed.headers.get(name),
    );
    const tag = plain.headers.get("etag");
    expect(headers).toEqual(["gzip", "text/html; charset=UTF-8", "Accept-Encoding", `W/${tag}`]);
    const bytes = Buffer.from(await squeezed.arrayBuffer());
    expect(gunzipSync(bytes).toString()).toBe(await plain.text());
    const again = await get("/en", { "Accept-Encoding": "gzip", "If-None-Match": `W/${tag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test.each(["identity", "gzip;q=0", "gzip; q=0.0"])(
    "is plain for readers that take %s",
    async (accepted) => {
      const { get } = serve();
      const response = await get("/", { "Accept-Encoding": accepted });
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(response.headers.get("vary")).toBe("Accept-Encoding");
    },
  );

  test("a new position or another lag is another page", async () => {
    const options: FakePlannerOptions = {};
    let lagEvents = 7;
    const { get } = serve(options, () => ({ ...live, lagEvents }));
    const tags = [(await get("/")).headers.get("etag")];
    options.status = { position: "184224" };
    tags.push((await get("/")).headers.get("etag"));
    lagEvents = 0;
    tags.push((await get("/")).headers.get("etag"));
    expect(new Set(tags).size).toBe(3);
  });

  test("many readers of one state ask the planner once", async () => {
    const { planner, text } = serve();
    const [first, second] = await Promise.all([text("/"), text("/")]);
    expect(second).toBe(first);
    expect(planner.queries.length).toBe(eventIndicators.length);
  });

  test("style, font and icon are served from here for ever", async () => {
    const { get, text } = serve();
    const paths = [...(await text("/")).matchAll(/(?:href)="(\/assets\/[^"]+)"/g)].map(
      ([, path]) => path ?? "",
    );
    expect(paths.length).toBe(3);
    for (const path of paths) {
      const response = await get(path);
      expect([response.status, response.headers.get("cache-control")]).toEqual([
        200,
        "public, max-age=31536000, immutable",
      ]);
    }
    expect((await get("/assets/other.css")).status).toBe(404);
  });
});
