/** Draws corrective actions as screens and papers show them, and what was recorded of one. */
import type { BoardFile } from '../board/file-types.ts'
import { asRecorded, type StoredBody } from '../event-stream.ts'
import { inSentence, isSealed, type Guarded } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import {
  draftingSince,
  isDoneLate,
  isOverdue,
  standingAt,
  type ActionOwner,
  type ActionState,
  type CorrectiveAction,
} from './action.ts'
import type { HazardGrade } from './hazard.ts'
import type { ActionEvent } from './stream.ts'

/** `number` null: an imported incident has none, nor a drill that has not begun. */
export type ActionSourceRead =
  | {
      kind: 'incident'
      incidentId: string
      number: string | null
      place: string
      drill: boolean
      finding: string | null
    }
  | {
      kind: 'drill'
      drillId: string
      number: string | null
      title: LocalizedText
      finding: string | null
    }
  | { kind: 'plan'; planId: string; title: LocalizedText }
  | { kind: 'hazard'; grade: HazardGrade; place: string | null; checkId: string | null }
  | { kind: 'other'; words: string }

/**
 * As screens show it. Instants in UTC ms, days local. `owner.name`: how whoever has to do it is
 * called. `done`: how it was done last; `check`: what the last check said. `drafting`: since when
 * its plan has a draft for it. `late`: it was done after its day.
 */
export type ActionRead = {
  id: string
  number: string
  what: string
  why: string | null
  owner: { postId: string | null; personId: string | null; name: LocalizedText }
  due: string
  state: ActionState
  overdue: boolean
  late: boolean
  moved: readonly { at: number; by: string; from: string; reason: string }[]
  source: ActionSourceRead
  planId: string | null
  planTitle: LocalizedText | null
  openedAt: number
  openedBy: string
  done: { doneAt: number; person: string; words: string; evidence: string | null } | null
  check: { at: number; person: string; ok: boolean; words: string | null } | null
  withdrawn: { at: number; by: string; reason: string } | null
  drafting: number | null
  carried: readonly { planId: string; revision: string; number: string; at: number }[]
  files: readonly BoardFile[]
}

/** A line of its record. */
export type ActionLine = { at: number; by: string; text: LocalizedText }

const both = (text: string): LocalizedText => localized(text, text)

export const ownerName = (owner: ActionOwner): LocalizedText =>
  owner.post ? owner.post.name : both(inSentence(owner.person))

/** `today`: local date in `zone`. */
export type ActionView = {
  today: string
  zone: string
  sourceOf: (action: CorrectiveAction) => ActionSourceRead
  titleOf: (planId: string) => LocalizedText
}

/** With seals in place of personal values: `withValues` puts them there. */
export function drawAction(action: CorrectiveAction, view: ActionView): ActionRead {
  const { id, number, due, planId, openedAt, openedBy, owner, turns, carried } = action
  const put = (value: Guarded | null): string | null => (value === null ? null : inSentence(value))
  const done = turns.findLast((turn) => turn.to === 'done')
  const check = turns.findLast((turn) => turn.to === 'closed' || turn.to === 'open')
  const withdrawn = turns.findLast((turn) => turn.to === 'withdrawn')
  const state = standingAt(action)
  return {
    ...{ id, number, what: inSentence(action.what), why: put(action.why) },
    owner: {
      postId: owner.post?.id ?? null,
      personId: owner.personId,
      name: ownerName(owner),
    },
    ...{ due, state, overdue: isOverdue(action, view.today) },
    late: state !== 'open' && isDoneLate(action, view.zone),
    moved: action.moved.map(({ at, by, from, reason }) => ({
      ...{ at, by, from },
      reason: inSentence(reason),
    })),
    source: view.sourceOf(action),
    ...{ planId, planTitle: planId === null ? null : view.titleOf(planId) },
    ...{ openedAt, openedBy, drafting: draftingSince(action), carried },
    done: done
      ? {
          doneAt: done.doneAt,
          person: inSentence(done.person),
          words: inSentence(done.words),
          evidence: put(done.evidence),
        }
      : null,
    check: check
      ? {
          at: check.at,
          person: inSentence(check.person),
          ok: check.to === 'closed',
          words: put(check.words),
        }
      : null,
    withdrawn: withdrawn
      ? { at: withdrawn.at, by: withdrawn.by, reason: inSentence(withdrawn.reason) }
      : null,
    files: action.files.map(({ id: fileNumber, file, name, at, by }) => ({
      ...{ id: fileNumber, fileId: file.id, bytes: file.bytes, format: file.format },
      ...{ name: inSentence(name), stepId: null, at, by },
    })),
  }
}

const because = (reason: Guarded | null): LocalizedText =>
  reason === null
    ? localized('', '')
    : localized(`。${inSentence(reason)}`, `. ${inSentence(reason)}`)

type TitleOf = (planId: string) => LocalizedText

function amendedText(
  event: Extract<ActionEvent, { type: 'ActionAmended' }>,
  titleOf: TitleOf,
): LocalizedText {
  const { what, why, owner, due, planId, reason } = event
  const parts: readonly LocalizedText[] = [
    ...(due === undefined ? [] : [localized(`期限改为${due}`, `due ${due}`)]),
    ...(owner === undefined
      ? []
      : [localized(`责任人改为${ownerName(owner).zh}`, `owner ${ownerName(owner).en}`)]),
    ...(isSealed(what)
      ? [localized(`措施改为：${inSentence(what)}`, `measure: ${inSentence(what)}`)]
      : []),
    ...(isSealed(why)
      ? [localized(`问题改为：${inSentence(why)}`, `problem: ${inSentence(why)}`)]
      : why === null
        ? [localized('去掉了问题', 'problem removed')]
        : []),
    ...(planId === undefined
      ? []
      : [
          planId === null
            ? localized('不再涉及预案', 'no plan any more')
            : localized(`涉及预案：${titleOf(planId).zh}`, `plan ${titleOf(planId).en}`),
        ]),
  ]
  const after = because(reason)
  return localized(
    `${parts.map(({ zh }) => zh).join('；')}${after.zh}`,
    `Amended: ${parts.map(({ en }) => en).join('; ')}${after.en}`,
  )
}

function lineText(event: ActionEvent, titleOf: TitleOf): LocalizedText {
  switch (event.type) {
    case 'ActionOpened': {
      const { number, due, owner } = event
      const name = ownerName(owner)
      return localized(
        `开出${number}，责任人${name.zh}，期限${due}`,
        `Opened as ${number}: owner ${name.en}, due ${due}`,
      )
    }
    case 'ActionAmended':
      return amendedText(event, titleOf)
    case 'ActionDone': {
      const [person, words] = [inSentence(event.person), inSentence(event.words)]
      const evidence = event.evidence === null ? null : inSentence(event.evidence)
      return localized(
        `${person}报完成：${words}${evidence === null ? '' : `；佐证：${evidence}`}`,
        `Done by ${person}: ${words}${evidence === null ? '' : `; evidence: ${evidence}`}`,
      )
    }
    case 'ActionChecked': {
      const [person, after] = [inSentence(event.person), because(event.words)]
      return event.ok
        ? localized(`${person}复查合格${after.zh}`, `Checked by ${person}: right${after.en}`)
        : localized(
            `${person}复查不合格，重新打开${after.zh}`,
            `Checked by ${person}: not right, open again${after.en}`,
          )
    }
    case 'ActionWithdrawn':
      return localized(`撤销${because(event.reason).zh}`, `Withdrawn${because(event.reason).en}`)
    case 'ActionTurnUndone':
      return localized('撤回上一条', 'The line before was taken back')
    case 'ActionDrafting':
      return localized('为它开了预案草稿', 'A draft of its plan was begun for it')
    case 'ActionDraftDropped':
      return localized('预案草稿没有采用', 'The draft of its plan was discarded')
    case 'ActionCarried':
      return localized(
        `已写入预案，修订第${event.number}号`,
        `Carried by revision ${event.number} of the plan`,
      )
    case 'FileAttached': {
      const name = inSentence(event.name)
      return localized(`附件：${name}`, `File: ${name}`)
    }
  }
}

/** `events`: all of its stream, in order. */
export const actionLines = (
  events: readonly StoredBody[],
  titleOf: TitleOf,
): readonly ActionLine[] =>
  events.map((stored) => ({
    at: stored.at,
    by: stored.by,
    text: lineText(asRecorded<ActionEvent>(stored), titleOf),
  }))
