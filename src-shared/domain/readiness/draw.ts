/** Draws obligations as screens and papers show them. */
import { ownerName } from '../corrective-action/draw.ts'
import { inSentence, isSealed } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import { obligationKind, type ObligationKind, type ReadinessPart } from './kinds.ts'
import { daysLeft, isDueNow, type Obligation } from './obligation.ts'

/**
 * As screens show it. `line`: what must be done; `proof`: what proves that it was. `owner`: whoever
 * has to do it, null: nobody is named. `due`: local day, `dueAt`: UTC ms; `daysLeft`: negative once
 * its day is over, null: it has been due all along. `to`: path of the page where it is done.
 */
export type ObligationRead = {
  id: string
  kind: ObligationKind
  part: ReadinessPart
  line: LocalizedText
  proof: LocalizedText
  owner: LocalizedText | null
  due: string | null
  dueAt: number | null
  daysLeft: number | null
  isDue: boolean
  isCritical: boolean
  to: readonly string[]
}

const both = (text: string): LocalizedText => ({ zh: text, en: text })

/**
 * With seals in place of personal values: `withValues` puts them there. `today`: local date of the
 * site, `now`: UTC ms.
 */
export function drawObligation(
  obligation: Obligation,
  at: { today: string; now: number },
): ObligationRead {
  const { kind, about, owner, due, dueAt, isCritical, count, unit = '', to } = obligation
  const { part, line, proof } = obligationKind(kind)
  const name =
    about.name === null
      ? both('')
      : typeof about.name === 'string' || isSealed(about.name)
        ? both(inSentence(about.name))
        : about.name
  return {
    ...{ id: `${kind}:${about.id}`, kind, part },
    line: {
      zh: line({ name: name.zh, count, unit }).zh,
      en: line({ name: name.en, count, unit }).en,
    },
    proof,
    owner: owner && ownerName(owner),
    ...{ due, dueAt, daysLeft: daysLeft(obligation, at.today) },
    ...{ isDue: isDueNow(obligation, at), isCritical, to },
  }
}
