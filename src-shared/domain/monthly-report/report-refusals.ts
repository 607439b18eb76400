/** Says why a monthly report is not read, written or issued, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { monthText } from '../wording/period.ts'
import { localized } from '../text.ts'

export const unknownIssue = (month: string, number: number): Refusal =>
  refuse(
    'unknown-issue',
    number > 0
      ? localized(
          `${monthText(month).zh}的月报没有第${number}号更正`,
          `The report of ${monthText(month).en} has no correction no. ${number}`,
        )
      : localized(
          `${monthText(month).zh}的月报还没有签发`,
          `The report of ${monthText(month).en} has not been issued`,
        ),
  )

export const monthNotBegun = (month: string): Refusal =>
  refuse(
    'month-not-begun',
    localized(
      `${monthText(month).zh}还没有开始，没有月报；请选本月或以前的月份`,
      `${monthText(month).en} has not begun and has no report: choose the running month or an earlier one`,
    ),
  )

export const monthNotOver = (month: string): Refusal =>
  refuse(
    'month-not-over',
    localized(
      `${monthText(month).zh}还没有结束，月报到下月才能签发`,
      `${monthText(month).en} is not over: its report can be issued when it is`,
    ),
  )

export const reportStale = (): Refusal =>
  refuse(
    'report-stale',
    localized(
      '您打开之后，别人改过这一节，这次没有保存；请重新打开再改',
      'Somebody has changed this section since you opened it, so your change was not saved: open it again',
    ),
  )

export const reportChanged = (): Refusal =>
  refuse(
    'report-changed',
    localized(
      '您打开之后，月报的数字或文字有变化，没有签发；请看过新的内容再签发',
      'Figures or words of the report have changed since you opened it, so it was not issued: look at it again first',
    ),
  )

export const correctionReason = (): Refusal =>
  refuse(
    'reason-needed',
    localized(
      '这个月的月报已经签发，再次签发是更正，须写明原因',
      'The report of this month was issued: issuing again is a correction and needs a reason',
    ),
  )

export const nothingToCorrect = (): Refusal =>
  refuse(
    'nothing-changed',
    localized(
      '与已签发的月报完全相同，无须更正',
      'It is identical to the report that was issued: there is nothing to correct',
    ),
  )
