/**
 * Marks what no source asks for: a step that the plan only proposes bears 建议 in place of a clause,
 * or behind its name where no clause stands beside it.
 */
import { localized, type LocalizedText } from '../text.ts'
import { clauseOnPaper } from './clause.ts'

export const PROPOSAL = localized('建议', 'proposed')

/** What a step rests on, on a paper: the clause that asks for it, or the word for a proposal. */
export const basisOf = ({
  proposed,
  clause,
  chapter,
}: {
  proposed: boolean
  clause: string
  chapter: LocalizedText
}): LocalizedText => (proposed ? PROPOSAL : clauseOnPaper(clause, chapter))

/** Words about a step, with the mark behind them if nothing but the plan asks for it. */
export const withProposal = (
  { zh, en }: LocalizedText,
  step: { proposed?: boolean | undefined } | null | undefined,
): LocalizedText =>
  step?.proposed
    ? localized(`${zh}（${PROPOSAL.zh}）`, `${en} (${PROPOSAL.en})`)
    : localized(zh, en)
