/**
 * The monthly report (月报) as a document: ten sections, an eleventh where there was any aftermath,
 * and five annexes, drafted from the figures,
 * with what people wrote in their places (standards part 4).
 */
import { withLanguageTags } from '../language-tags.ts'
import { localized, type LocalizedText } from '../text.ts'
import { annexes } from './annex.ts'
import { classes, distribution } from './section-2-3-classes.ts'
import type { ReportDocument, Section } from '../document/document.ts'
import { handling, reporting } from './section-4-5-response.ts'
import type { Issue, MonthReportData, Written } from './data.ts'
import { overview } from './section-1-overview.ts'
import { ordinal } from '../document/wording.ts'
import { emergencyText } from '../wording/emergency.ts'
import { minuteText } from '../wording/instant.ts'
import { monthText } from '../wording/period.ts'
import { actions, drills, outlook, plans } from './section-7-10-readiness.ts'
import { typical } from './section-6-typical.ts'
import { aftermath, hasAftermath } from './section-aftermath.ts'

const GAP = '\u3000' // as wide as a Chinese character
const BLANK = GAP.repeat(4)
/** What a draft says of itself on every page. */
const DRAFT_MARK: LocalizedText = localized('草稿', 'Draft')
const CHECK_SHOWN = 16

const numbered = (section: Section, at: number): Section => ({
  ...section,
  title: localized(`${ordinal(at)}、${section.title.zh}`, `${at + 1}. ${section.title.en}`),
})

/** The sections of a month as the rules draft them, before anybody wrote. */
const draftedSections = (data: MonthReportData): readonly Section[] => [
  ...[
    overview,
    classes,
    distribution,
    handling,
    reporting,
    typical,
    drills,
    plans,
    ...(hasAftermath(data) ? [aftermath] : []),
    actions,
    outlook,
  ].map((make, index) => numbered(make(data), index)),
  ...annexes(data),
]

/** As it is printed: what a person could still write is no part of it. */
const settled = ({ id, title, words, tables, charts }: Section): Section => ({
  id,
  title,
  words,
  tables,
  charts,
})

/** Sections whose words a person may write: all but the annexes. */
export const isWritable = (sectionId: string): boolean => WRITABLE.includes(sectionId)
export const WRITABLE: readonly string[] = [
  'overview',
  'classes',
  'distribution',
  'handling',
  'reporting',
  'typical',
  'drills',
  'plans',
  'aftermath',
  'actions',
  'outlook',
]

const issueOf = (issue: Issue): LocalizedText =>
  issue.number === 0
    ? localized('', '')
    : localized(`（更正第${issue.number}号）`, ` (correction no. ${issue.number})`)

/**
 * The lines under the title: number, names, whom it goes to, and what the figures stand on. A name
 * that nobody gave is a blank to be signed by hand; an issue that goes to nobody has no line for
 * it.
 */
function linesOf(
  { month, position, asOf, zone, emergencies }: MonthReportData,
  { signing }: Written,
  issue: Issue | null,
): readonly LocalizedText[] {
  const number = signing.number || String(Number(month.slice(5)))
  const blank = (value: string): string => value || BLANK
  const copied = signing.copiedTo
  return [
    localized(`第${number}期`, `No. ${number}`),
    localized(
      `编制：${blank(signing.compiledBy)}${GAP}审核：${blank(signing.reviewedBy)}${GAP}签发：${blank(signing.approvedBy)}`,
      `Compiled by ${blank(signing.compiledBy)}  Reviewed by ${blank(signing.reviewedBy)}  Approved by ${blank(signing.approvedBy)}`,
    ),
    ...(issue && !signing.sentTo && !copied
      ? []
      : [
          localized(
            `报送：${blank(signing.sentTo)}${copied ? `${GAP}抄送：${copied}` : ''}`,
            `To ${blank(signing.sentTo)}${copied ? `  Copy to ${copied}` : ''}`,
          ),
        ]),
    ...(issue
      ? [
          localized(
            `签发时间：${minuteText(issue.at, zone)}`,
            `Issued ${minuteText(issue.at, zone)}`,
          ),
        ]
      : []),
    ...(issue && issue.reason !== null
      ? [localized(`更正原因：${issue.reason}`, `Reason for the correction: ${issue.reason}`)]
      : []),
    localized(
      `数据：记录第${position}条，截至${minuteText(asOf, zone)}${issue ? `，校验值${issue.check.slice(0, CHECK_SHOWN)}` : ''}`,
      `Data: record up to entry ${position}, as of ${minuteText(asOf, zone)}${issue ? `, check value ${issue.check.slice(0, CHECK_SHOWN)}` : ''}`,
    ),
    ...emergencies.map((span) => emergencyText(span, zone)),
  ]
}

/**
 * A draft with `issue` null. The same data, words and issue give the same document, to the last
 * character.
 */
export function monthDocument(
  data: MonthReportData,
  written: Written,
  issue: Issue | null,
): ReportDocument {
  const { month, site, zone } = data
  const name = monthText(month)
  const suffix = issue ? issueOf(issue) : localized('', '')
  return {
    kind: 'month',
    name: `${month}-report${issue && issue.number > 0 ? `-correction-${issue.number}` : issue ? '' : '-draft'}`,
    title: localized(
      `${site.zh}突发事件月报（${name.zh}）${suffix.zh}`,
      `${site.en}: incident report for ${name.en}${suffix.en}`,
    ),
    lines: linesOf(data, written, issue),
    mark: issue ? null : DRAFT_MARK,
    zone,
    sections: draftedSections({
      ...data,
      names: withLanguageTags(data.names),
      plans: withLanguageTags(data.plans),
    }).map((section) => {
      const words = written.words[section.id]
      if (words && isWritable(section.id)) return { ...settled(section), words }
      return issue ? settled(section) : section
    }),
  }
}

/**
 * What is frozen and checked: everything that the figures and people's words make of the month.
 * Lines and mark say only how it was issued.
 */
export const substance = ({
  zone,
  sections,
}: ReportDocument): Pick<ReportDocument, 'zone' | 'sections'> => ({
  zone,
  sections: sections.map(settled),
})
