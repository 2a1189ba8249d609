import { renderHomePage } from "./home-page.ts";
import type { Page } from "./page.ts";

/** All pages. To add one: its module, a line here, and its texts in english.ts and persian.ts. */
export const routes: readonly Page[] = [{ path: "/", render: renderHomePage }];
