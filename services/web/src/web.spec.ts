import { gunzipSync } from "node:zlib";
import type { InconsistencyRow } from "@karnameh/projections/claims/claim-types";
import { QueryError, type QueryErrorCode } from "@karnameh/projections/planner/observation-query";
import { traineesInconsistency } from "@karnameh/projections/testing/fake-claims";
import {
  eventIndicators,
  type FakePlannerOptions,
  fakePlanner,
} from "@karnameh/projections/testing/fake-planner";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import { describe, expect, test } from "vitest";
import type { Page } from "./page.ts";
import { routes } from "./routes.ts";
import { createWeb } from "./web.ts";

const live: ReaderStatus = {
  state: "LIVE",
  position: "184223",
  head: "184230",
  lagEvents: 7,
  ageSeconds: 200,
};

const serve = (options: FakePlannerOptions = {}, now: () => ReaderStatus = () => live, pages = routes) => {
  const logged: string[] = [];
  const planner = fakePlanner(options);
  const web = createWeb({
    planner: () => planner,
    live: async () => now(),
    pages,
    exampleQueries: [{ title: { fa: "نمونه", en: "Example" }, query: "{ system { head } }" }],
    logger: { error: (message) => void logged.push(message) },
  });
  const get = (path: string, headers: Record<string, string> = {}) => web.request(path, { headers });
  return { get, logged, planner, text: async (path: string) => (await get(path)).text() };
};

const queryError = (code: QueryErrorCode) => new QueryError(code, "rejected", "try again");

/** The card of one indicator in a page. */
const cardOf = (page: string, code: string): string => {
  const start = page.indexOf(`<article class="card" id="${code}">`);
  return page.slice(start, page.indexOf("</article>", start));
};

describe("the home page", () => {
  test("marks simulated releases only", async () => {
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

  test("is in Persian, right to left, and in English, left to right", async () => {
    const { text } = serve();
    expect(await text("/")).toContain('<html lang="fa" dir="rtl">');
    expect(await text("/en")).toContain('<html lang="en" dir="ltr">');
  });

  test("has no script and no inline style", async () => {
    const { text, get } = serve();
    for (const path of ["/", "/en", "/nowhere"])
      expect(await text(path)).not.toMatch(/<script|<style| style=| on\w+=/);
    expect((await get("/")).headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'self'/,
    );
  });

  test.each(["/", "/en"])("shows every indicator completely at %s", async (path) => {
    const page = await serve().text(path);
    const lang = path === "/" ? "fa" : "en";
    for (const { code, title } of eventIndicators) {
      const card = cardOf(page, code);
      expect(card).toContain(title[lang]);
      expect(card).toMatch(/<data value="[\d.]+">/);
      expect(card).toContain(lang === "fa" ? "۱۴۰۲" : "1402");
      expect(card).toContain(
        lang === "fa" ? "۲۹ اسفند ۱۴۰۲ (۱۹ مارس ۲۰۲۴)" : "Data as of 19 March 2024 (29 Esfand 1402)",
      );
      expect(card).toMatch(/<caption>.+<\/caption>/);
      expect(card).toContain('<th scope="row">');
      expect(card).toMatch(/role="img"[^>]*><title id="\w+-chart-title">[^<]+<\/title><desc/);
      expect(decodeURIComponent(card)).toContain(`/graphql?query={\n  observations(indicator: "${code}"`);
      expect(card).toContain(`href="#${code}"`);
    }
  });

  test("formats numbers in the digits of its language", async () => {
    const { text } = serve();
    expect(await text("/")).toContain("۱۸۴٬۲۲۳");
    expect(await text("/en")).toContain("184,223");
  });

  test("shows the reason for a missing value, and no zero", async () => {
    const card = cardOf(await serve().text("/en"), "placement_rate_12m");
    expect(card).toContain("No data. The follow-up window of this cohort was still open on the as-of date.");
    expect(card).toContain("Q4 1401 (Dey–Esfand)");
    expect(card).not.toMatch(/<td>0(\.0)?<\/td>/);
  });

  test("marks synthetic data only", async () => {
    const page = await serve().text("/");
    expect(cardOf(page, "trainees")).toContain("ساختگی (شبیه‌سازی‌شده)");
    expect(cardOf(page, "replacement_rate")).not.toContain("ساختگی");
    expect(await serve({ isSynthetic: false }).text("/en")).not.toContain("SYNTHETIC");
  });

  test("marks a period that has not ended as provisional", async () => {
    expect(cardOf(await serve().text("/en"), "trainees")).toContain(
      '<span class="status">Provisional</span>',
    );
  });

  test("shows the gap of a contradictory claim", async () => {
    const page = await serve({ inconsistencies: [traineesInconsistency] }).text("/en");
    expect(page).toContain("1,039,000 + 1,463,000 = 2,502,000");
    expect(page).toContain("359,000</bdi></b> = 12.5% of the stated figure");
  });

  test("shows the finding on a claim, and a possible misprint as a hypothesis", async () => {
    const { text } = serve({ inconsistencies: [traineesInconsistency] });
    const [en, fa] = [await text("/en"), await text("/")];
    expect(en).toContain("<dd>The parts do not add up to the whole</dd>");
    expect(en).toContain("If RF-37 lost a digit, the figures agree exactly.<small>A hypothesis to verify");
    expect(fa).toContain("<dd>جمع اجزا با کل برابر نیست</dd>");
    expect(
      await serve({ inconsistencies: [{ ...traineesInconsistency, hypotheses: [] }] }).text("/en"),
    ).not.toContain("Possible misprint");
  });

  test("shows remarks with their authors, and the value first stated of a corrected figure", async () => {
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
    expect(page).toContain("<dt>Dismissed: not comparable</dt><dd><bdi>Of &lt;two&gt; things</bdi>");
    expect(page).toContain("recorded by <bdi>newsroom desk</bdi>");
    expect(page).toMatch(/corrected on 6 November 2023 .*; first stated: 2,900,000/);
  });

  test("marks text in the other language with its language and direction", async () => {
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
    // The script with more letters decides; digits do not count.
    expect(fa).toContain('<bdi lang="en" dir="ltr">علی (TVTO)</bdi>');
    expect(en).toContain("<dd><bdi>۱۴۰۲</bdi></dd>");
  });

  test("uses the singular for one day", async () => {
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

  test("shows the gap of dates in days, of a target in percent, and the outcome of a forecast", async () => {
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
    expect(page).toContain("<dt>Actual outcome</dt><dd><bdi>It was called off.</bdi>");
  });

  test("shows a figure that should be equal, with years not grouped and without a gap that is not a number", async () => {
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
    expect(en).toMatch(/<dt>Other figure<\/dt><dd><bdi>1391<\/bdi> <span class="unit">Jalali year</);
    expect(fa).toMatch(/<dt>رقم دیگر<\/dt><dd><bdi>۱۳۹۱<\/bdi>/);
    expect(en).not.toMatch(/2,016|1,391|Sum of the parts|Related figures|<dt>Gap/);
  });

  test("counts the official series with imported values only", async () => {
    const [first] = eventIndicators;
    if (!first) throw new Error("no indicators");
    const named = ["A", "B", "C"].map((code) => ({ ...first, code, kind: "SERIES" as const }));
    const cards = [...eventIndicators, ...named];
    expect(await serve({ indicators: cards }).text("/en")).toContain(
      "No official time series has been imported yet",
    );
    const page = await serve({ indicators: cards, importedSeries: ["A", "C"] }).text("/en");
    expect(page).toContain("Number of official time series: 2.");
    expect(page).not.toContain("Number of simulated series");
    const simulated = cards.map((card) => (card.code === "A" ? { ...card, isSimulated: true } : card));
    expect(await serve({ indicators: simulated, importedSeries: ["A", "C"] }).text("/en")).toContain(
      "Number of simulated series: 1.",
    );
  });

  test("shows the as-of date if no event is waiting, otherwise since when it lags", async () => {
    const page = await serve({}, () => ({ ...live, ageSeconds: null })).text("/en");
    const foot = page.slice(page.indexOf("<footer"));
    expect(foot).toContain("<dt>Data as of</dt><dd>19 March 2024 (29 Esfand 1402)</dd>");
    expect(foot).not.toMatch(/unknown|Lagging/);
    expect(foot).toContain("<dt>Position in the event log</dt><dd>184,223</dd>");
    expect(await serve().text("/en")).toContain("<dt>Lagging since</dt><dd>3 min ago</dd>");
  });

  test("shows a figure with its qualifier", async () => {
    const claim = {
      ...traineesInconsistency,
      left: { ...traineesInconsistency.left, value: 70_000, qualifier: "GT" },
    };
    const { text } = serve({ inconsistencies: [claim] });
    expect(await text("/en")).toContain("<b><bdi>More than 70,000</bdi></b>");
    expect(await text("/")).toContain("<b><bdi>بیش از ۷۰٬۰۰۰</bdi></b>");
  });

  test("shows a stated date in both calendars", async () => {
    const date = { value: null, valueText: "2023-08-24", unit: "DATE" };
    const claim = { ...traineesInconsistency, left: { ...traineesInconsistency.left, ...date } };
    const { text } = serve({ inconsistencies: [claim] });
    expect(await text("/")).toContain("۲ شهریور ۱۴۰۲ (۲۴ اوت ۲۰۲۳)");
    expect(await text("/en")).toContain("24 August 2023 (2 Shahrivar 1402)");
  });

  test("shows the names of known speakers, roles and organisations in the language of the page", async () => {
    const speaker = {
      speakerName: "Chang Hua",
      speakerRole: "Ambassador of China",
      speakerOrganisation: "TVTO",
    };
    const left = { ...traineesInconsistency.left, ...speaker };
    const { text } = serve({ inconsistencies: [{ ...traineesInconsistency, left }] });
    expect(await text("/")).toContain("چانگ هوا، سفیر چین، سازمان آموزش فنی و حرفه‌ای کشور");
    expect(await text("/en")).toContain(
      "Chang Hua, Ambassador of China, Technical and Vocational Training Organization",
    );
  });

  test("escapes text from events", async () => {
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

  test("shows the system status and unprocessable events", async () => {
    const page = await serve({
      status: { unprocessableEvents: [{ type: "WorkerHired", reason: "unreadable", count: 3 }] },
    }).text("/en");
    expect(page).toContain("<dt>Events not processed yet</dt><dd>7</dd>");
    expect(page).toContain("3 × <bdi>WorkerHired</bdi>: <bdi>unreadable</bdi>");
  });
});

describe("an error or missing data", () => {
  test("an empty event log gives instructions to import", async () => {
    const page = await serve({ status: { events: 0, knownOn: null }, inconsistencies: [] }).text("/en");
    expect(page).toContain("scripts/karnameh import events.ndjson");
    expect(page).not.toContain('class="card"');
  });

  test("a failed indicator affects neither the others nor the cache", async () => {
    const { get, logged } = serve({ failing: { trainees: queryError("TOO_LARGE") } });
    const response = await get("/en");
    const page = await response.text();
    expect(page).toContain("This indicator is temporarily unavailable.");
    expect(cardOf(page, "employed")).toContain("<data");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(logged).toEqual(["an indicator could not be read"]);
  });

  test("a rebuild gives status 503 with Retry-After", async () => {
    const { get, logged } = serve({ failing: { trainees: queryError("REBUILDING") } });
    const response = await get("/");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.text()).toContain("داده‌ها در حال بازسازی است");
    expect(logged).toEqual([]);
  });

  test("an unexpected error is masked and logged", async () => {
    const failing = () => {
      throw new Error("secret");
    };
    const { get, logged } = serve({}, failing);
    const response = await get("/en");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(logged).toEqual(["a page could not be rendered"]);
  });

  test("an unknown path gives status 404 in both languages", async () => {
    const response = await serve().get("/en/nowhere");
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain('<html lang="en"');
    expect(page).toContain("Page not found");
    expect(page).toContain("صفحه پیدا نشد");
  });
});

describe("the routes", () => {
  const about: Page = {
    path: "/about",
    title: (text) => text.definition,
    render: async ({ lang }) => ({ main: `<p>about ${lang}</p>`, isCacheable: true, failures: [] }),
  };

  test("a second page is served in both languages, linked in the navigation and by the language switch", async () => {
    const { text } = serve({}, () => live, [...routes, about]);
    const [fa, en] = [await text("/about"), await text("/en/about")];
    expect(fa).toContain("<title>تعریف – کارنامه</title>");
    expect(fa).toMatch(/<a class="switch" href="\/en\/about"/);
    expect(en).toMatch(/<a class="switch" href="\/about"/);
    expect(en).toContain('<a href="/en/about" aria-current="page">Definition</a>');
    expect(await text("/en")).toContain('<a href="/en/about">Definition</a>');
  });
});

describe("caching", () => {
  test("the same state has the same ETag and is not sent again", async () => {
    const { get } = serve();
    const etag = (await get("/")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{16}"$/);
    const again = await get("/", { "If-None-Match": `"other", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("etag")).toBe(etag);
    expect((await get("/en")).headers.get("etag")).not.toBe(etag);
  });

  test("a client that accepts gzip gets the compressed page with a weak ETag", async () => {
    const { get } = serve();
    const plain = await get("/en");
    const compressed = await get("/en", { "Accept-Encoding": "br;q=1, gzip;q=0.8" });
    const headers = ["content-encoding", "content-type", "vary", "etag"].map((name) =>
      compressed.headers.get(name),
    );
    const tag = plain.headers.get("etag");
    expect(headers).toEqual(["gzip", "text/html; charset=UTF-8", "Accept-Encoding", `W/${tag}`]);
    const bytes = Buffer.from(await compressed.arrayBuffer());
    expect(gunzipSync(bytes).toString()).toBe(await plain.text());
    const again = await get("/en", { "Accept-Encoding": "gzip", "If-None-Match": `W/${tag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test.each(["identity", "gzip;q=0", "gzip; q=0.0"])(
    "the page is not compressed for Accept-Encoding %s",
    async (accepted) => {
      const { get } = serve();
      const response = await get("/", { "Accept-Encoding": accepted });
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(response.headers.get("vary")).toBe("Accept-Encoding");
    },
  );

  test("another position or another lag has another ETag", async () => {
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

  test("many requests for one state query the planner once", async () => {
    const { planner, text } = serve();
    const [first, second] = await Promise.all([text("/"), text("/")]);
    expect(second).toBe(first);
    expect(planner.queries.length).toBe(eventIndicators.length);
  });

  test("style sheet, font and icon are served from this site and cached permanently", async () => {
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
