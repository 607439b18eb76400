/** The next drill of the sample site: arranged for next week, with a script that the hall saved. */
import { localDate } from '#shared/domain/calendar.ts'
import { datePlus } from '#shared/domain/duty/roster.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { command, type Stage } from './work.ts'

const PLAN = 'government-hall-fire'
const DAYS_AHEAD = 8
const SCRIPT = [
  {
    after: MINUTE_MS,
    words: '三楼打印室冒烟，烟往楼梯口去',
    to: '值班经理',
    expects: '报警并开始疏散',
  },
  { after: 4 * MINUTE_MS, words: '一名坐轮椅的群众在三楼等候区', to: '引导员' },
  { after: 8 * MINUTE_MS, words: '消防队到场，要现场负责人报告人数', to: '值班经理' },
  { words: '有群众要回去拿材料', to: '保安', expects: '拦住，讲清楚' },
]

/** `by`: who arranges it. */
export async function arrangeDrill(stage: Stage, by: string, zone: string): Promise<void> {
  await command(stage, by, 'drill/script-save', { planId: PLAN, script: SCRIPT })
  await command(stage, by, 'drill/arrange', {
    ...{ planId: PLAN, form: 'full', purpose: 'verification', script: SCRIPT },
    day: datePlus(localDate(stage.clock.wall(), zone), DAYS_AHEAD),
    place: '云雀湾政务大厅三楼',
    narrative: '三楼打印室冒烟，闻到焦味',
    leader: { person: by },
    evaluator: { person: '云大己' },
    participants: [{ person: '湾小丙' }, { person: '雀小乙' }],
  })
}
