/** Ends the reading of a file with the refusal that the person sees. */
import type { Refusal } from '#shared/domain/decision.ts'

export class PaperRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message.en)
    this.refusal = refusal
  }
}
