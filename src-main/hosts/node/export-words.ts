/**
 * Words which paper of a month `station export` has written, whose browser makes a PDF, where
 * nothing can be written, and what a package lacks.
 */
import type { ExportedReport } from '#shared/contract/export.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { monthText } from '#shared/domain/wording/period.ts'
import { zoneOfMachine } from './new-site.ts'

const issueName = (number: number): LocalizedText =>
  number === 0
    ? localized('正式签发的一期', 'the first issue')
    : localized(`更正第${number}号`, `correction no. ${number}`)

/** How the other papers of the month are had. */
function others({ number, issues }: ExportedReport): LocalizedText {
  if (issues === 0)
    return localized('这个月还没有签发', 'nothing has been issued of this month yet')
  const last = issues - 1
  const older =
    issues > 1
      ? localized(
          `；共签发${issues}次，要哪一次用--number 0到${last}`,
          `; there are ${issues} issues, --number 0 to ${last} takes any of them`,
        )
      : localized('', '')
  return number === null
    ? localized(
        `已签发${issues}次，不写--draft就是最新签发的一期${older.zh}`,
        `without --draft it is the latest issue${older.en}`,
      )
    : localized(`现在的草稿用--draft${older.zh}`, `--draft gives the draft as of now${older.en}`)
}

/** `isChosen`: the draft was asked for. The day of an issue is that of this machine's zone. */
export function paperText(report: ExportedReport, isChosen: boolean): LocalizedText {
  const { month, number, issuedAt } = report
  const name = monthText(month)
  const more = others(report)
  if (number === null)
    return localized(
      `${name.zh}月报，写的是草稿${isChosen ? '（--draft）' : ''}；${more.zh}`,
      `${name.en}: the draft as of now${isChosen ? ' (--draft)' : ''}; ${more.en}`,
    )
  const at = issuedAt === null ? '' : localDate(issuedAt, zoneOfMachine())
  return localized(
    `${name.zh}月报，写的是${issueName(number).zh}（${at}签发）；${more.zh}`,
    `${name.en}: ${issueName(number).en}, of ${at}; ${more.en}`,
  )
}

/** Before a PDF that a running station makes: nothing of the caller's environment reaches it. */
export const BROWSER_OF_STATION = localized(
  'PDF由正在运行的值守站生成：用哪个浏览器、以哪个账户，都以它启动时为准，这里的VIGIL_BROWSER和CHROME_BIN不起作用',
  'The running station makes the PDF, with the browser and as the user that it was started with: VIGIL_BROWSER and CHROME_BIN given here have no effect',
)

export const noFolder = (out: string, folder: string): LocalizedText =>
  localized(
    `不能写到${out}：没有${folder}这个文件夹`,
    `Nothing can be written to ${out}: there is no folder ${folder}`,
  )

/** After a package that holds nobody's words. */
export const WITHOUT_FILES = localized(
  '没有写--personal：档案包里没有附件和报出的原文，个人信息已略去',
  'Without --personal the package has neither the attached files nor the reports as they went out, and no personal values',
)
