/** Words the fault of an engine that stood still for a while. */
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import { elapsedText } from '#shared/domain/wording/duration.ts'

/** `gapMs`: between two cycles. */
export const engineLate = (gapMs: number): FaultWords => ({
  priority: 2,
  tone: 'fault',
  cause: localized(
    `值守程序停顿了${elapsedText(gapMs, 'zh')}，其间没有检查时限。`,
    `The station stalled for ${elapsedText(gapMs, 'en')} and checked no limits in that time.`,
  ),
  action: localized(
    '现已补查，到期的都已告警。请关闭本机其他占用大的程序和自动休眠；再出现请报告管理员。',
    'Whatever came due has now been raised. Close other heavy programs on this machine and turn sleep off; if it happens again, call the administrator.',
  ),
})
