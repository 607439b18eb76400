/**
 * Names the scales and kinds by which an incident is assessed, for refusals, timeline and screens.
 * Severity, warning and response level are three scales and never merged: art. 3, 63 and 71 of
 * 突发事件应对法. The level set belongs to a plan.
 */
import { localized, type LocalizedText } from '../../text.ts'
import type { Casualty } from '../../plan/plan.ts'

/**
 * Of an incident, gravest first (493号 art. 3). The codes are older than the English names of the
 * glossary and stay as records and other programs know them: `major` is 重大, in English serious;
 * `serious` is 较大, in English major.
 */
export const SEVERITIES = ['extraordinary', 'major', 'serious', 'ordinary'] as const
export type Severity = (typeof SEVERITIES)[number]
export const SEVERITY_NAMES: Readonly<Record<Severity, LocalizedText>> = {
  extraordinary: localized('特别重大', 'Especially serious'),
  major: localized('重大', 'Serious'),
  serious: localized('较大', 'Major'),
  ordinary: localized('一般', 'Ordinary'),
}

/**
 * Of a warning, highest first. By law the four colours belong to warnings alone (突发事件应对法 art. 63).
 */
export const WARNINGS = ['red', 'orange', 'yellow', 'blue'] as const
export type Warning = (typeof WARNINGS)[number]
export const WARNING_NAMES: Readonly<Record<Warning, LocalizedText>> = {
  red: localized('红色预警', 'Red warning'),
  orange: localized('橙色预警', 'Orange warning'),
  yellow: localized('黄色预警', 'Yellow warning'),
  blue: localized('蓝色预警', 'Blue warning'),
}

/** Most people of a kind, and the highest loss in yuan, that anything takes: more is a slip. */
export const MOST_PEOPLE = 10_000_000
export const MOST_YUAN = 1e13

export const CASUALTIES = [
  'dead',
  'serious',
  'minor',
  'missing',
] as const satisfies readonly Casualty[]

/** Who needs help: of an incident with any of them nothing else comes first. */
export const IN_NEED = [...CASUALTIES, 'trapped'] as const
export type InNeed = (typeof IN_NEED)[number]

/**
 * Everybody who is counted. By those at risk, trapped, missing and evacuated an incident without
 * one injury has to be reported (生产安全事故信息报告和处置办法, 安监总局令第21号, art. 26: 较大涉险事故). The
 * vulnerable are among the others, and whoever comes to help must know of them first
 * (突发事件应对法 art. 11).
 */
export const PEOPLE = [...IN_NEED, 'atRisk', 'evacuated', 'vulnerable'] as const
/** Of whom a caller may say that there are some, without a number. */
export const AT_LEAST_ONE = [...IN_NEED, 'vulnerable'] as const satisfies readonly PeopleKind[]
export type PeopleKind = (typeof PEOPLE)[number]
export const PEOPLE_NAMES: Readonly<Record<PeopleKind, LocalizedText>> = {
  dead: localized('死亡', 'dead'),
  serious: localized('重伤', 'seriously injured'),
  minor: localized('轻伤', 'slightly injured'),
  missing: localized('失联', 'missing'),
  trapped: localized('被困', 'trapped'),
  atRisk: localized('涉险', 'at risk'),
  evacuated: localized('已疏散', 'evacuated'),
  vulnerable: localized('老幼病残孕', 'vulnerable'),
}

/** The parts of a direct economic loss by GB 6721-2025, each in yuan. */
export const LOSS_PARTS = ['injury', 'property', 'rescue', 'clearance', 'affairs'] as const
export type LossPart = (typeof LOSS_PARTS)[number]
export const LOSS_PART_NAMES: Readonly<Record<LossPart, LocalizedText>> = {
  injury: localized('人身伤亡支出', 'Injury and death'),
  property: localized('财产损失', 'Property'),
  rescue: localized('应急救援', 'Rescue'),
  clearance: localized('现场清理', 'Clearing the site'),
  affairs: localized('事务性费用', 'Administration'),
}

/** How far the site is open for business (S06-03). */
export const OPERATING = ['open', 'partly', 'closed'] as const
export type Operating = (typeof OPERATING)[number]
export const OPERATING_NAMES: Readonly<Record<Operating, LocalizedText>> = {
  open: localized('正常营业', 'Open'),
  partly: localized('部分营业', 'Partly open'),
  closed: localized('停止营业', 'Closed'),
}

/** What becomes of a meeting that an incident disturbs (S01-01). */
export const MEETING_EFFECTS = ['continues', 'paused', 'cancelled'] as const
export type MeetingEffect = (typeof MEETING_EFFECTS)[number]
export const MEETING_EFFECT_NAMES: Readonly<Record<MeetingEffect, LocalizedText>> = {
  continues: localized('会议照常', 'Meeting goes on'),
  paused: localized('会议暂停', 'Meeting paused'),
  cancelled: localized('会议取消', 'Meeting cancelled'),
}

/** What became of one entry of a list. */
export const LIST_OUTCOMES = ['reached', 'not-reached', 'handed-over'] as const
export type ListOutcome = (typeof LIST_OUTCOMES)[number]
export const LIST_OUTCOME_NAMES: Readonly<Record<ListOutcome, LocalizedText>> = {
  reached: localized('已落实', 'Reached'),
  'not-reached': localized('未落实', 'Not reached'),
  'handed-over': localized('已交接', 'Handed over'),
}

export const EVIDENCE_KINDS = [
  'video',
  'photo',
  'recording',
  'document',
  'object',
  'other',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]
export const EVIDENCE_KIND_NAMES: Readonly<Record<EvidenceKind, LocalizedText>> = {
  video: localized('录像', 'Video'),
  photo: localized('照片', 'Photo'),
  recording: localized('录音', 'Recording'),
  document: localized('文书', 'Document'),
  object: localized('实物', 'Object'),
  other: localized('其他', 'Other'),
}
