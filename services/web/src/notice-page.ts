import type { Lang } from "@karnameh/schema/text";
import { html } from "hono/html";
import { DIRECTIONS, layout, PATHS } from "./layout.ts";
import { messages } from "./messages.ts";

type Notice = "notFound" | "rebuilding" | "failed";

const said = (notice: Notice, lang: Lang) => {
  const text = messages[lang];
  return html`<section class="plain" lang="${lang}" dir="${DIRECTIONS[lang]}"><h2>${text[`${notice}Title`]}</h2>
<p>${text[`${notice}Text`]}</p><p><a href="${PATHS[lang]}">${text.home}</a></p></section>`;
};

/** A page that only says something: in the reader's language first, then in the other. */
export const noticePage = (notice: Notice, lang: Lang, foot?: unknown) =>
  layout({
    lang,
    title: messages[lang][`${notice}Title`],
    main: html`${said(notice, lang)}${said(notice, lang === "fa" ? "en" : "fa")}`,
    foot,
  });
