/** The search engine; loaded when somebody starts to search. */
import { createSearch } from "./search.ts";

globalThis.gidsZoeker = createSearch;
