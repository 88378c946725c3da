import { stemmer } from "stemmer";

globalThis.aloud ??= {};
globalThis.aloud.stemmer = stemmer;
