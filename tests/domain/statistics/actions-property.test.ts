/**
 * The figures of corrective actions over a made-up half year, against a plain count of the raw
 * events: opened, moved, done earlier and later, checked, taken back, withdrawn.
 */
import { expect, it } from 'vitest'
import { localDate } from '#shared/domain/calendar.ts'
import { decideAction, type ActionCommand } from '#shared/domain/corrective-action/decide.ts'
import {
  actionStream,
  type ActionEvent,
  type ActionStreamState,
} from '#shared/domain/corrective-action/stream.ts'
import { actionFigures, NO_ACTION_FIGURES } from '#shared/domain/statistics/actions.ts'
import { periodOf } from '#shared/domain/statistics/period.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/units.ts'
import { chance, FIRST, monthsFromFirst, SEEDS } from '../../kit/made-up-months.ts'
import { plainActions } from '../../kit/plain-count/actions.ts'

const seal = (sealed: string) => ({ sealed })
const STEPS = 400
const MONTHS = monthsFromFirst(10)

it.each(SEEDS)('seed %i in %s: the same in every month', (seed, zone) => {
  const below = chance(seed)
  const states: ActionStreamState[] = []
  const events: { stream: string; type: string; at: number; body: object }[] = []
  let at = FIRST

  function send(state: ActionStreamState, command: ActionCommand): ActionStreamState {
    const meta = { at, by: '周敏' }
    const world = { today: localDate(at, zone), open: ({ sealed }: { sealed: string }) => sealed }
    const decision = decideAction(state.action, command, meta, world)
    return (decision.ok ? decision.events : []).reduce((before, event: ActionEvent) => {
      const { type, ...body } = event
      events.push({ stream: `action.${before.id}`, type, at, body })
      return actionStream.evolve(before, { ...event, ...meta })
    }, state)
  }
  const day = (): string => localDate(at + (2 + below(40)) * DAY_MS, zone)
  const done = (doneAt: number | null): ActionCommand => ({
    ...{ type: 'FinishAction', person: seal('李工'), words: seal('w'), evidence: null, doneAt },
  })
  const check = (ok: boolean): ActionCommand => ({
    ...{ type: 'CheckAction', person: seal('周敏'), ok, words: seal('v') },
  })

  for (let step = 0; step < STEPS; step += 1) {
    at += HOUR_MS * (1 + below(20))
    const index = below(states.length + 4)
    const state = states[index]
    if (!state) {
      const id = String(states.length)
      states.push(
        send(actionStream.initial(id), {
          ...{ type: 'OpenAction', number: id, what: seal('x'), why: null, due: day() },
          owner: { post: null, person: seal('李工'), personId: null },
          ...{ source: { words: seal('y') }, planId: null },
        }),
      )
      continue
    }
    const acts: readonly ActionCommand[] = [
      { type: 'AmendAction', changed: { due: day() }, reason: seal('z') },
      done(at - below(9) * DAY_MS),
      done(null),
      check(true),
      check(true),
      check(false),
      { type: 'WithdrawAction', reason: seal('u') },
    ]
    const act = acts[below(acts.length)]
    if (!act) continue
    states[index] = send(state, act)
    if (below(6) > 0) continue
    at += 5_000
    states[index] = send(states[index], { type: 'UndoTurn' })
  }

  const seen: Record<string, number> = {}
  for (const name of MONTHS) {
    const period = periodOf('month', name)
    if (!period) throw new Error('no such month')
    const actions = states.flatMap(({ action }) => action ?? [])
    const plain = { ...NO_ACTION_FIGURES, ...plainActions(events, period, { now: at, zone }) }
    expect(actionFigures(actions, period, { now: at, zone }), period.from).toEqual(plain)
    for (const [figure, count] of Object.entries(plain)) seen[figure] = (seen[figure] ?? 0) + count
  }
  expect(Object.keys(seen)).toHaveLength(Object.keys(NO_ACTION_FIGURES).length)
  expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([])
})
