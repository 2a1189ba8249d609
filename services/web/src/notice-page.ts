import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { DIRECTIONS, layout } from "./layout.ts";
import { messages } from "./messages.ts";
import { pathIn } from "./page.ts";

type Notice = "notFound" | "rebuilding" | "failed";

const section = (notice: Notice, lang: Lang) => {
  const text = messages[lang];
  return html`<section class="plain" lang="${lang}" dir="${DIRECTIONS[lang]}"><h2>${text[`${notice}Title`]}</h2>
<p>${text[`${notice}Text`]}</p><p><a href="${pathIn(lang, "/")}">${text.home}</a></p></section>`;
};

/** A page with a notice only: first in the reader's language, then in the other. */
export const noticePage = (notice: Notice, lang: Lang, footer?: unknown) =>
  layout({
    lang,
    path: "/",
    title: messages[lang][`${notice}Title`],
    main: html`${section(notice, lang)}${section(notice, lang === "fa" ? "en" : "fa")}`,
    footer,
  });
