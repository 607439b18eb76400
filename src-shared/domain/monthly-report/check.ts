/** Computes the check of a report: the digest of everything that issuing it freezes. */
import { canonical } from '../canonical.ts'
import type { ReportDocument } from '../document/document.ts'
import { substance } from './document.ts'

/** SHA-256 of a text, in hex. */
export type Digest = (text: string) => string

export const checkOf = (document: ReportDocument, digest: Digest): string =>
  digest(canonical(substance(document)))
