/** Makes a PDF of an HTML file; each host has its own. */
import type { Refusal } from '#shared/domain/decision.ts'

/**
 * `page`: an HTML file of ours, without script. Null when `pdf` lies there whole. It never rejects;
 * an abort ends it early.
 */
export type Printer = (page: string, pdf: string, stopped: AbortSignal) => Promise<Refusal | null>
