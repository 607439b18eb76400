/** Decides on a checklist: saved as a new version, moved by a policy, used no more. */
import { accept, unreachable, type Decision } from '../decision.ts'
import { isSameOpened, type Open, type Sealed } from '../sealed.ts'
import { MINUTE_MS } from '../units.ts'
import {
  latest,
  type Checklist,
  type ChecklistKind,
  type ChecklistVersion,
  type Rhythm,
} from './checklist.ts'
import * as no from './refusals.ts'
import { ruledBy, type Longest } from './ruled.ts'
import { openOn } from './slots.ts'
import type { ChecklistEvent, ChecklistSaved } from './stream.ts'

/** The whole of it. One that was withdrawn is in use again. */
export type SaveChecklist = { type: 'SaveChecklist'; content: Omit<ChecklistSaved, 'type'> }
export type WithdrawChecklist = { type: 'WithdrawChecklist'; reason: Sealed }
/** A policy was set anew; `before`: what the policies allowed until then. */
export type RuleChecklist = {
  type: 'RuleChecklist'
  policyId: string
  before: Longest
  reason: Sealed
}
export type ChecklistCommand = SaveChecklist | WithdrawChecklist | RuleChecklist

/**
 * `longest`: what the site's policies allow at most, null where nothing rules it. `open`: the value
 * of a seal, at hand.
 */
export type ChecklistWorld = { longest: Longest; open: Open }

type Decided = Decision<ChecklistEvent>

const hasTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length

/** What it says, whenever and why that was written. */
function contentOf(of: Omit<ChecklistVersion, 'at' | 'by'>): object {
  const { name, kind, items, points, rhythm, owner, reportsItself } = of
  return { name, kind, items, points, rhythm, owner, reportsItself }
}

function isTooSeldom(
  rhythm: Rhythm,
  kind: ChecklistKind,
  { roundMinutes, months }: ChecklistWorld['longest'],
): boolean {
  if (rhythm.every === 'round') return roundMinutes !== null && rhythm.minutes > roundMinutes
  return rhythm.every === 'months' && rhythm.months > (months[kind] ?? Infinity)
}

function save(
  checklist: Checklist | null,
  { content }: SaveChecklist,
  { longest, open }: ChecklistWorld,
): Decided {
  const { items, points, rhythm, kind } = content
  if (items.length === 0) return no.noItems()
  if (hasTwice(items.map(({ id }) => id))) return no.twiceIn('items')
  if (hasTwice(points.map(({ id }) => id))) return no.twiceIn('points')
  if (items.some(({ min, max }) => min !== null && max !== null && min > max)) return no.noRange()
  if (kind === 'patrol' && points.length === 0) return no.roundWithoutPoints()
  if (rhythm.every === 'round') {
    const { from, to } = openOn(rhythm, '2000-01-01', 'UTC')
    if (rhythm.minutes * MINUTE_MS > to - from) return no.openForNothing()
  }
  if (isTooSeldom(rhythm, kind, longest))
    return no.tooSeldom(longest.roundMinutes, longest.months[kind] ?? null)
  if (checklist && !checklist.withdrawn) {
    if (isSameOpened(contentOf(latest(checklist)), contentOf(content), open))
      return no.sameChecklist()
  }
  return accept({ type: 'ChecklistSaved', ...content })
}

/** Changes nothing of a list that the policy does not move. */
function rule(
  checklist: Checklist,
  { policyId, before, reason }: RuleChecklist,
  { longest }: ChecklistWorld,
): Decided {
  const ruled = ruledBy(checklist, before, longest)
  return ruled ? accept({ type: 'ChecklistRuled', policyId, ...ruled, reason }) : accept()
}

/**
 * Refused: one that nobody saved (`unknown-checklist`), or that is not used (`checklist-over`);
 * without an item, with an id twice, a range the wrong way round, a round without a point, longer
 * than the site is open or than its policy allows (`bad-input`); what it says already
 * (`no-change`).
 */
export function decideChecklist(
  checklist: Checklist | null,
  command: ChecklistCommand,
  world: ChecklistWorld,
): Decided {
  switch (command.type) {
    case 'SaveChecklist':
      return save(checklist, command, world)
    case 'WithdrawChecklist':
      if (!checklist) return no.unknownChecklist()
      if (checklist.withdrawn) return no.checklistOver()
      return accept({ type: 'ChecklistWithdrawn', reason: command.reason })
    case 'RuleChecklist':
      return checklist ? rule(checklist, command, world) : no.unknownChecklist()
    default:
      return unreachable(command)
  }
}
