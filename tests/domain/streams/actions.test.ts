/**
 * Corrective actions (突发事件应对法 art. 92): owner, day, done, checked by another, carried by a plan.
 */
import { describe, expect, it } from 'vitest'
import {
  actionCounts,
  draftingSince,
  isOverdue,
  sortedActions,
  standingAt,
  type CorrectiveAction,
} from '#shared/domain/corrective-action/action.ts'
import { decideAction, type ActionCommand } from '#shared/domain/corrective-action/decide.ts'
import { nextActionNumber } from '#shared/domain/corrective-action/number.ts'
import { actionStream, type ActionEvent } from '#shared/domain/corrective-action/stream.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { actionFigures, NO_ACTION_FIGURES as NOTHING } from '#shared/domain/statistics/actions.ts'
import { localized } from '#shared/domain/text.ts'
import { META, recorded } from '../../kit/decider.ts'

const ZONE = 'Asia/Shanghai'
const on = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+08:00`)
const DAY = on('2026-11-24')
const seal = (sealed: string) => ({ sealed })
const post = { id: 'guard', name: localized('保安', 'Guard') }

const opened = (
  part: Partial<Extract<ActionEvent, { type: 'ActionOpened' }>> = {},
): ActionEvent => ({
  type: 'ActionOpened',
  number: '整2026-001',
  what: seal('what'),
  why: null,
  owner: { post, person: null, personId: null },
  due: '2026-11-30',
  source: { incidentId: 'i1' },
  planId: 'fire',
  ...part,
})
const done: ActionEvent = {
  type: 'ActionDone',
  person: seal('李工'),
  words: seal('装好了'),
  evidence: null,
}
const checked = (ok: boolean): ActionEvent => ({
  type: 'ActionChecked',
  person: seal('王主任'),
  ok,
  words: ok ? null : seal('没有标识'),
})
const withdrawn: ActionEvent = { type: 'ActionWithdrawn', reason: seal('并入另一项') }

/** The action after these events, each at its instant (UTC ms). */
const after = (...events: readonly (readonly [number, ActionEvent])[]): CorrectiveAction => {
  const { action } = events.reduce(
    (state, [at, event]) => actionStream.evolve(state, { ...event, at, by: META.by }),
    actionStream.initial('a1'),
  )
  expect(actionStream.documents.action.hasForm(action, 'a1')).toBe(true)
  return action as CorrectiveAction
}
const decide = (action: CorrectiveAction | null, command: ActionCommand, at = DAY, by = META.by) =>
  decideAction(
    action,
    command,
    { at, by },
    { today: localDate(at, ZONE), open: ({ sealed }) => sealed },
  )
const codeOf = (...args: Parameters<typeof decide>): string => {
  const decision = decide(...args)
  return decision.ok ? 'taken' : decision.code
}
const finish: ActionCommand = {
  type: 'FinishAction',
  person: seal('李工'),
  words: seal('装好了'),
  evidence: null,
  doneAt: null,
}
const check = (ok: boolean, person = '王主任', words: string | null = null): ActionCommand => ({
  type: 'CheckAction',
  person: seal(person),
  ok,
  words: words === null ? null : seal(words),
})

describe('a corrective action', () => {
  it('given none, when one is opened, then it has its owner and day; not with a day that is gone', () => {
    const open = (due: string): ActionCommand => ({
      ...(opened() as Extract<ActionEvent, { type: 'ActionOpened' }>),
      ...{ type: 'OpenAction', due },
    })
    expect(decide(null, open('2026-11-24'))).toEqual(recorded(opened({ due: '2026-11-24' })))
    expect(decide(null, open('2031-11-24'))).toMatchObject({ ok: true })
    expect(decide(null, open('2199-11-24'))).toMatchObject({ code: 'bad-input' })
    expect(codeOf(null, open('2026-11-23'))).toBe('bad-input')
    expect(codeOf(null, finish)).toBe('unknown-action')
  })

  it('is not done before it was opened, to the minute', () => {
    const open = after([DAY + 30_000, opened()])
    const at = DAY + 90_000
    expect(codeOf(open, { ...finish, doneAt: DAY - 1 }, at)).toBe('bad-input')
    expect(codeOf(open, { ...finish, doneAt: DAY }, at)).toBe('taken')
  })

  it('has its draft begun once, and none of a plan that it does not name any more', () => {
    const draft: ActionCommand = { type: 'DraftAction' }
    const begun: ActionEvent = { type: 'ActionDrafting', planId: 'fire' }
    expect(decide(after([DAY, opened()]), draft)).toEqual(recorded(begun))
    const drafting = after([DAY, opened()], [DAY + 1, begun])
    expect(decide(drafting, draft)).toEqual(recorded())
    const other = after(
      [DAY, opened()],
      [DAY + 1, begun],
      [DAY + 2, { type: 'ActionAmended', planId: 'gas', reason: null }],
    )
    expect(other).toMatchObject({ planId: 'gas', drafting: null })
    const words = after(
      [DAY, opened()],
      [DAY + 1, begun],
      [DAY + 2, { type: 'ActionAmended', what: seal('w'), reason: null }],
    )
    expect(words.drafting).toBe(DAY + 1)
  })

  it('is done, then checked by another than who did it, then over', () => {
    const open = after([DAY, opened()])
    expect(codeOf(open, check(true))).toBe('action-not-done')
    expect(decide(open, finish)).toEqual(recorded(done))
    const waiting = after([DAY, opened()], [DAY + 1, done])
    expect(codeOf(waiting, finish)).toBe('action-done')
    expect(codeOf(waiting, check(true, ' 李 工 '))).toBe('same-person')
    expect(decide(waiting, check(true))).toEqual(recorded(checked(true)))
    const closed = after([DAY, opened()], [DAY + 1, done], [DAY + 2, checked(true)])
    expect(standingAt(closed)).toBe('closed')
    for (const command of [
      finish,
      check(true),
      { type: 'WithdrawAction', reason: seal('r') },
    ] as const)
      expect(codeOf(closed, command)).toBe('action-over')
  })

  it('that a check fails is open again, also after it was closed; and says why', () => {
    const waiting = after([DAY, opened()], [DAY + 1, done])
    expect(codeOf(waiting, check(false))).toBe('reason-needed')
    expect(decide(waiting, check(false, '王主任', '没有标识'))).toEqual(recorded(checked(false)))
    expect(standingAt(after([DAY, opened()], [DAY + 1, done], [DAY + 2, checked(false)]))).toBe(
      'open',
    )
    const closed = after([DAY, opened()], [DAY + 1, done], [DAY + 2, checked(true)])
    expect(codeOf(closed, check(false, '王主任', '又坏了'))).toBe('taken')
  })

  it('whose day is moved says why, and keeps the days before', () => {
    const open = after([DAY, opened()])
    const move = (due: string, reason: string | null): ActionCommand => ({
      type: 'AmendAction',
      changed: { due },
      reason: reason === null ? null : seal(reason),
    })
    expect(codeOf(open, move('2026-12-15', null))).toBe('reason-needed')
    expect(codeOf(open, move('2026-11-30', 'r'))).toBe('no-change')
    expect(codeOf(open, move('2026-11-20', 'r'))).toBe('bad-input')
    const twice = after(
      [DAY, opened()],
      [DAY + 1, { type: 'ActionAmended', due: '2026-12-15', reason: seal('等配件') }],
      [DAY + 2, { type: 'ActionAmended', due: '2027-01-31', reason: seal('等审批') }],
    )
    expect(twice).toMatchObject({
      due: '2027-01-31',
      moved: [{ from: '2026-11-30' }, { from: '2026-12-15' }],
    })
  })

  it('says the same words under another seal is no change', () => {
    const same: ActionCommand = {
      type: 'AmendAction',
      changed: { what: seal('what') },
      reason: null,
    }
    expect(codeOf(after([DAY, opened()]), same)).toBe('no-change')
  })

  it('is taken back within ten seconds by the same person, and nothing of it is left', () => {
    const waiting = after([DAY, opened()], [DAY + 1000, done])
    const undo: ActionCommand = { type: 'UndoTurn' }
    expect(codeOf(waiting, undo, DAY + 11_000)).toBe('taken')
    expect(codeOf(waiting, undo, DAY + 11_001)).toBe('undo-over')
    expect(codeOf(waiting, undo, DAY + 2000, '何东')).toBe('undo-over')
    expect(codeOf(after([DAY, opened()]), undo, DAY + 1)).toBe('undo-over')
    expect(
      after([DAY, opened()], [DAY + 1, done], [DAY + 2, { type: 'ActionTurnUndone' }]),
    ).toMatchObject({ turns: [], version: 3 })
  })

  it('was done earlier than it is told, but not ahead of now', () => {
    const open = after([DAY - 60_000, opened()])
    expect(decide(open, { ...finish, doneAt: DAY - 5 })).toEqual(
      recorded({ ...done, doneAt: DAY - 5 }),
    )
    expect(codeOf(open, { ...finish, doneAt: DAY + 1 })).toBe('bad-input')
  })

  it('has a draft only of a plan that it names, and says which revision carried it', () => {
    const draft: ActionCommand = { type: 'DraftAction' }
    expect(codeOf(after([DAY, opened({ planId: null })]), draft)).toBe('plan-needed')
    const drafting: ActionEvent = { type: 'ActionDrafting', planId: 'fire' }
    expect(decide(after([DAY, opened()]), draft)).toEqual(recorded(drafting))
    const revision = { planId: 'fire', revision: 'r2', number: '2' }
    expect(
      after(
        [DAY, opened()],
        [DAY + 1, drafting],
        [DAY + 2, { type: 'ActionCarried', ...revision }],
      ),
    ).toMatchObject({ drafting: null, carried: [{ ...revision, at: DAY + 2 }] })
  })
})

describe('a draft that was begun for it', () => {
  const drafting: ActionEvent = { type: 'ActionDrafting', planId: 'fire' }

  it('waits no more once it is withdrawn, and again when that is undone', () => {
    const begun = after([DAY, opened()], [DAY + 1, drafting])
    expect(draftingSince(begun)).toBe(DAY + 1)
    const over = after([DAY, opened()], [DAY + 1, drafting], [DAY + 2, withdrawn])
    expect(draftingSince(over)).toBeNull()
    const undone = after(
      [DAY, opened()],
      [DAY + 1, drafting],
      [DAY + 2, withdrawn],
      [DAY + 3, { type: 'ActionTurnUndone' }],
    )
    expect(draftingSince(undone)).toBe(DAY + 1)
  })
})

describe('its day, in the zone of the site', () => {
  // the last minute of the day and the first of the next, over month ends and leap days
  it.each([
    ['2026-11-30', '2026-12-01'],
    ['2027-02-28', '2027-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2028-02-29', '2028-03-01'],
    ['2026-12-31', '2027-01-01'],
  ])('%s is not overdue before %s begins', (due, next) => {
    const action = after([DAY, opened({ due })])
    const last = on(due, '23:59') + 59_999
    expect(isOverdue(action, localDate(last, ZONE))).toBe(false)
    expect(localDate(last + 1, ZONE)).toBe(next)
    expect(isOverdue(action, localDate(last + 1, ZONE))).toBe(true)
    // at the same instant it is the day before in the west
    expect(isOverdue(action, localDate(last + 1, 'America/New_York'))).toBe(false)
  })

  it('no longer concerns what is done, though nobody has checked it', () => {
    const waiting = after([DAY, opened()], [DAY + 1, done])
    expect(isOverdue(waiting, '2027-01-01')).toBe(false)
    expect(actionCounts([waiting, after([DAY, opened()])], '2027-01-01')).toEqual({
      open: 2,
      overdue: 1,
    })
  })

  it('orders: overdue first, then by day, and what is over last', () => {
    const named = (id: string, due: string, ...more: (readonly [number, ActionEvent])[]) => ({
      ...after([DAY, opened({ due })], ...more),
      id,
    })
    const all = [
      named('later', '2026-12-20'),
      named('over', '2026-11-25', [DAY + 1, done], [DAY + 2, checked(true)]),
      named('gone', '2026-11-26'),
      named('waiting', '2026-11-25', [DAY + 1, done]),
    ]
    expect(sortedActions(all, '2026-12-01').map(({ id }) => id)).toEqual([
      'gone',
      'waiting',
      'later',
      'over',
    ])
  })
})

describe('its number', () => {
  const at = { at: DAY, zone: ZONE, emergency: false }
  it('goes on from the highest of its year, is never given twice, and is another in an emergency', () => {
    expect(nextActionNumber([], at)).toBe('整2026-001')
    expect(nextActionNumber(['整2026-003', '整2026-001', '整2025-999'], at)).toBe('整2026-004')
    expect(nextActionNumber(['整2026-999'], at)).toBe('整2026-1000')
    expect(nextActionNumber(['整2026-003'], { ...at, emergency: true })).toBe('急整2026-001')
    // New Year in Shanghai, the old year still in London
    const turn = Date.parse('2026-12-31T16:00:00Z')
    expect(nextActionNumber(['整2026-003'], { ...at, at: turn })).toBe('整2027-001')
    expect(nextActionNumber(['整2026-003'], { ...at, at: turn, zone: 'Europe/London' })).toBe(
      '整2026-004',
    )
  })
})

describe('the figures of a month', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' }
  const december = { from: '2026-12-01', to: '2026-12-31' }
  const late = { now: on('2027-03-01'), zone: ZONE }

  it('given one opened in November and closed in December, then it counts there', () => {
    const action = after(
      [DAY, opened()],
      [on('2026-11-30'), done],
      [on('2026-12-01'), checked(true)],
    )
    expect(actionFigures([action], november, late)).toEqual({
      ...NOTHING,
      opened: 1,
      left: 1,
      waiting: 1,
    })
    expect(actionFigures([action], december, late)).toEqual({ ...NOTHING, carried: 1, closed: 1 })
  })

  it('given a day at the end of a month, then it is overdue in the next; done after it, it is late', () => {
    const action = after(
      [DAY, opened()],
      [on('2026-12-02'), done],
      [on('2027-01-05'), checked(true)],
    )
    expect(actionFigures([action], november, late)).toMatchObject({ left: 1, overdue: 0 })
    expect(actionFigures([action], november, { ...late, now: on('2026-12-01') })).toMatchObject({
      overdue: 0,
    })
    expect(actionFigures([action], december, { ...late, now: on('2026-12-01') })).toMatchObject({
      carried: 1,
      overdue: 1,
    })
    expect(actionFigures([action], { from: '2027-01-01', to: '2027-01-31' }, late)).toMatchObject({
      closed: 1,
      late: 1,
      left: 0,
    })
  })

  it('given a day that was moved later, then a month that is over still knows the old one', () => {
    const action = after(
      [on('2026-11-02'), opened({ due: '2026-11-10' })],
      [on('2026-12-03'), { type: 'ActionAmended', due: '2026-12-31', reason: seal('等配件') }],
    )
    expect(actionFigures([action], november, late)).toMatchObject({ overdue: 1 })
    expect(actionFigures([action], december, late)).toMatchObject({
      carried: 1,
      overdue: 0,
      left: 1,
    })
  })

  it('carried and opened and reopened, less closed and withdrawn, are left: over random histories', () => {
    let seed = 18
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    const nextOf = (state: string): ActionEvent =>
      state === 'open'
        ? random(5) === 0
          ? withdrawn
          : done
        : state === 'done'
          ? checked(random(3) > 0)
          : checked(false)
    const actions = Array.from({ length: 200 }, () => {
      let at = on('2026-10-01') + random(90 * 86_400_000)
      let action = after([at, opened({ due: '2027-12-31' })])
      for (let turn = random(7); turn > 0 && standingAt(action) !== 'withdrawn'; turn -= 1) {
        at += random(20 * 86_400_000)
        const event = nextOf(standingAt(action))
        action = actionStream.evolve({ id: 'a1', action }, { ...event, at, by: 'x' })
          .action as CorrectiveAction
      }
      return action
    })
    let left = 0
    for (const month of ['10', '11', '12']) {
      const period = {
        from: `2026-${month}-01`,
        to: month === '11' ? '2026-11-30' : `2026-${month}-31`,
      }
      const is = actionFigures(actions, period, late)
      expect(is.carried).toBe(left)
      left = is.left
      expect(is.carried + is.opened + is.reopened - is.closed - is.withdrawn).toBe(is.left)
    }
    expect(left).toBeGreaterThan(20)
  })
})
