/**
 * Shares the shapes of the sentence lists, and writes a list out flat. Data for the tests of
 * matching, no test itself.
 */
import type { SITE_KINDS } from '#shared/domain/site/site.ts'

type Kind = keyof typeof SITE_KINDS

/** kind of site → plan → what is spoken. */
export type SpokenReports = Readonly<
  Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>>
>
/** kind of site → what is spoken that is no report. */
export type Quiet = Readonly<Partial<Record<Kind, readonly string[]>>>

export type Sentence = { kind: Kind; says: string; plan: string }

export const flat = (spoken: SpokenReports): readonly Sentence[] =>
  Object.entries(spoken).flatMap(([kind, plans]) =>
    Object.entries(plans).flatMap(([plan, sentences]) =>
      sentences.map((says) => ({ kind: kind as Kind, says, plan })),
    ),
  )

export const flatQuiet = (quiet: Quiet): readonly Omit<Sentence, 'plan'>[] =>
  Object.entries(quiet).flatMap(([kind, sentences]) =>
    sentences.map((says) => ({ kind: kind as Kind, says })),
  )
