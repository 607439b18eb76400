/**
 * A busy desk: sends every kind of command a dispatcher has, on what the board shows, and remembers
 * what was answered. For tests that kill the station in the meantime.
 */
import type { Answered, Name } from '#shared/contract/contract.ts'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'

export type Call = { id: string; name: Name; input: unknown }
/** Rejects if nobody answers any more. */
export type Asking = (call: Call) => Promise<Answered>
/**
 * `answer` is null if the station died over it: then it may have been done or not, but not by half.
 */
export type Sent = Call & { answer: Answered | null }

const MANY_INCIDENTS = 20
const BEHALF = { person: '王强', channel: '对讲机', words: '已经办好了' }

/** mulberry32: numbers in [0, 1) that are the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type CommandDriver = {
  sent: Sent[]
  /**
   * Works on one station, `hands` commands at a time, about every `everyMs`, until it stops
   * answering.
   */
  work: (ask: Asking, hands: number, everyMs: number) => Promise<void>
}

export function createCommandDriver(
  planIds: readonly string[],
  random: () => number,
): CommandDriver {
  const sent: Sent[] = []
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]

  const report = (): [Name, unknown] => [
    'incident/report',
    {
      narrative: `热线打不进，第${sent.length}次来电`,
      place: `${Math.ceil(random() * 40)}号窗口`,
      drill: random() < 0.2,
      ...(random() < 0.5 ? { reporter: '赵女士', channel: '电话' } : {}),
    },
  ]

  function onIncident(incident: BoardIncident): [Name, unknown] {
    const about = { incidentId: incident.id }
    const plan = pick(planIds.filter((id) => !incident.plans.some(({ planId }) => planId === id)))
    if (plan && (incident.plans.length === 0 || random() < 0.05))
      return ['incident/activate', { ...about, planId: plan }]
    const alert = pick(incident.alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null))
    if (alert && random() < 0.4) return ['alert/acknowledge', { alertId: alert.id }]
    const fact = pick(
      incident.facts.filter(({ value, options }) => value === null && options.length > 0),
    )
    if (fact && random() < 0.4)
      return [
        'incident/answer',
        { ...about, fact: fact.key, planId: fact.planId, value: pick(fact.options)?.value },
      ]
    const step = pick(
      incident.steps.filter(({ state }) => state === 'open' || state === 'accepted'),
    )
    if (step && random() < 0.7) {
      const outcome = pick(
        step.state === 'open'
          ? ['accepted', 'done', 'already-done', 'skipped']
          : ['done', 'not-applicable'],
      )
      return [
        'incident/step',
        {
          ...about,
          stepId: step.id,
          outcome,
          reason: '按现场情况',
          ...(random() < 0.5 ? { onBehalfOf: BEHALF } : {}),
        },
      ]
    }
    return ['incident/note', { ...about, words: `第${sent.length}条补记` }]
  }

  function next({ incidents }: Board): [Name, unknown] {
    const live = incidents.filter(({ state }) => state !== 'closed')
    const incident = pick(live)
    if (!incident || live.length < 3 || (live.length < MANY_INCIDENTS && random() < 0.15))
      return report()
    if (live.length >= MANY_INCIDENTS && random() < 0.1)
      return ['incident/move', { incidentId: incident.id, to: 'false-report', reason: '误报' }]
    return onIncident(incident)
  }

  async function hand(ask: Asking, everyMs: number): Promise<void> {
    for (;;) {
      const read = await ask({ id: crypto.randomUUID(), name: 'board/read', input: {} })
      if (!read.ok) throw new Error(`board/read: ${read.code}`)
      for (let turn = 0; turn < 4; turn++) {
        const [name, input] = next(read.reply as Board)
        const call: Sent = { id: crypto.randomUUID(), name, input, answer: null }
        sent.push(call)
        call.answer = await ask(call)
        await new Promise((resolve) => setTimeout(resolve, everyMs * (0.5 + random())))
      }
    }
  }

  return {
    sent,
    work: async (ask, hands, everyMs) => {
      const ends = await Promise.allSettled(Array.from({ length: hands }, () => hand(ask, everyMs)))
      const wrong = ends.find(
        (end) => end.status === 'rejected' && /board\/read/.test(String(end.reason)),
      )
      if (wrong?.status === 'rejected') throw wrong.reason
    },
  }
}
