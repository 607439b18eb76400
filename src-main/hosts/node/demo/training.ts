/** What the people of the sample site were trained in, and who has signed a plan; all invented. */
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { DISPATCHERS } from './people.ts'
import { command, type Stage } from './work.ts'

const PLAN = 'gas-hotline-failure'
const COURSE = {
  title: '灭火和疏散',
  words: '先报警，再灭火；疏散走楼梯，不乘电梯。',
  questions: [
    { text: '火警电话是多少？', answers: ['110', '119', '120'], right: 1 },
    { text: '疏散时走哪里？', answers: ['电梯', '疏散楼梯'], right: 1 },
  ],
}
/** Days ago: this year's session, and last year's exams, of which some have expired meanwhile. */
const [LATELY, LAST_YEAR] = [20, 380]

/**
 * After all else that the station has recorded: nothing of it depends on chance, so that the rest
 * of the sample stays as it was.
 */
export async function enterTraining(stage: Stage): Promise<void> {
  const send = <N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>> =>
    command(stage, DISPATCHERS[0], name, input)
  const now = stage.clock.wall()
  const read = async (): Promise<ReplyOf<'training/read'>> => {
    const answer = await stage.station.request<'training/read'>(
      { id: 'training', name: 'training/read', input: {} },
      { name: DISPATCHERS[0], role: 'dispatcher' },
    )
    if (!answer.ok) throw new Error(answer.message.en)
    return answer.reply
  }
  const { persons, plans } = await read()
  const ids = persons.map(({ id }) => id)
  const { courseId } = await send('training/course-set', {
    ...{ ...COURSE, posts: [], everybody: true, passMark: 80 },
  })
  const [leader = '', ...others] = ids
  const attendees = others.slice(0, 6).map((personId) => ({ personId }))
  const { sessionId } = await send('training/session-set', {
    ...{ courseId, heldAt: now - LATELY * DAY_MS, minutes: 90, place: '二楼会议室' },
    ...{ leader: { personId: leader }, attendees },
  })
  for (const [n, { personId }] of attendees.entries())
    await send('training/exam', {
      ...{ courseId, learner: { personId }, right: n === 0 ? 1 : 2, of: 2, sessionId },
      at: now - LATELY * DAY_MS,
    })
  for (const personId of ids.slice(-4))
    await send('training/exam', {
      ...{ courseId, learner: { personId }, right: 2, of: 2, at: now - LAST_YEAR * DAY_MS },
    })
  const plan = plans.find(({ planId }) => planId === PLAN)
  const readers = plan?.readers.slice(0, -1).map(({ personId }) => personId) ?? []
  if (plan && readers.length > 0)
    await send('training/sign-off', {
      ...{ planId: PLAN, revision: plan.revision, persons: readers, paper: true },
      at: now - LATELY * DAY_MS,
    })
}
