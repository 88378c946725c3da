import { createEmptyCard, fsrs } from "ts-fsrs";

globalThis.aloud ??= {};
globalThis.aloud.fsrs = { createEmptyCard, fsrs };
