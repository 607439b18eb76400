/**
 * Lists what changed between two texts of a document, one line a change, in words for anyone who
 * approves it. Pure; it knows no revisions.
 */
import { localized, type LocalizedText } from '../text.ts'
import {
  changed,
  line,
  list,
  parts,
  plain,
  titled,
  word,
  yes,
  type Change,
  type Line,
} from './diff.ts'
import { clauseName, clauseText } from './clause.ts'
import type { PlanDocument } from './document.ts'
import type { Category, Clause, IncidentType, Level, Role } from './plan.ts'

const says = (paragraph: { says: LocalizedText } | null): LocalizedText | null =>
  paragraph?.says ?? null

const roleName = (document: PlanDocument, id: string | null | undefined): LocalizedText | null =>
  id ? (document.roles.find((role) => role.id === id)?.name ?? localized(id, id)) : null

function ofDocument(document: PlanDocument): readonly Line[] {
  const { completeness, readiness, supplies, contacts, aftermath, definitions } = document
  return [
    line('title', '名称', 'Title', document.title),
    line('number', '文号', 'Number', document.number ? word(document.number) : null),
    line('parent', '上级预案', 'Parent', document.parent),
    line('siteKinds', '适用单位', 'Kinds of site', plain(document.siteKinds)),
    line('commander', '总指挥', 'Commander', roleName(document, document.commander)),
    line('level', '平时级别', 'Usual level', word(document.level)),
    line('purpose', '目的', 'Purpose', says(document.purpose), document.purpose),
    line('scope', '适用范围', 'Scope', says(document.scope), document.scope),
    line(
      'principles',
      '原则',
      'Principles',
      list(document.principles.map((item) => item.says)),
      document.principles,
    ),
    line(
      'legalBases',
      '依据',
      'Legal bases',
      list(document.legalBases.map((item) => item.name)),
      document.legalBases,
    ),
    line(
      'definitions',
      '术语',
      'Definitions',
      list(
        definitions.map(({ term, says: text }) =>
          localized(`${term.zh}：${text.zh}`, `${term.en}: ${text.en}`),
        ),
      ),
      definitions,
    ),
    line('readiness', '平时准备', 'Readiness', list(readiness.map(({ what }) => what)), readiness),
    line('supplies', '物资', 'Supplies', list(supplies.map(({ what }) => what)), supplies),
    line('contacts', '外部电话', 'Contacts', list(contacts.map(({ who }) => who)), contacts),
    line('aftermath', '善后', 'Aftermath', list(aftermath.map((item) => item.says)), aftermath),
    line(
      'completeness',
      '完整性',
      'Completeness',
      completeness === 'complete'
        ? localized('完整', 'complete')
        : localized('未补全', 'incomplete'),
    ),
    line('openPoints', '待确认事项', 'Open points', list(document.openPoints)),
  ]
}

/** Lines of a thing that has a name of its own. */
const named =
  (path: string, name: LocalizedText) =>
  (
    key: string,
    zh: string,
    en: string,
    value: LocalizedText | null,
    raw: unknown = value,
  ): Line => ({
    ...line(`${path}.${key}`, zh, en, value, raw),
    what: titled(name, localized(zh, en)),
  })

function ofRole(role: Role, document: PlanDocument): readonly Line[] {
  const part = named(`roles.${role.id}`, role.name)
  const names = (ids: readonly string[]): LocalizedText | null =>
    list(ids.flatMap((id) => roleName(document, id) ?? []))
  return [
    part('name', '名称', 'name', role.name),
    part('aliases', '别称', 'other names', plain(role.aliases)),
    part('duty', '职责', 'duty', role.duty),
    part('substitutes', '可代替的岗位', 'substitutes', names(role.substitutes), role.substitutes),
    part('kind', '种类', 'kind', word(role.kind ?? 'person')),
    part('under', '上级', 'post above', roleName(document, role.under), role.under ?? null),
    part('clauses', '条款', 'clauses', plain(role.clauses ?? [])),
  ]
}

function ofType(type: IncidentType, document: PlanDocument): readonly Line[] {
  const part = named(`types.${type.code}`, type.name)
  const category = document.categories.find(({ code }) => code === type.category)
  return [
    part('name', '名称', 'name', type.name),
    part('category', '类别', 'category', category?.name ?? word(type.category), type.category),
    part('legal', '法定类别', 'legal category', word(type.legal)),
    part('words', '来电关键词', 'words', plain(type.words)),
    part('danger', '会伤人', 'danger', yes(type.danger)),
    part('private', '住户家里', 'private', yes(type.private)),
    part('discreet', '静默处置', 'discreet', yes(type.discreet)),
    part('accident', '生产安全事故', 'accident at work', yes(type.accident)),
  ]
}

const ofClause = (clause: Clause): readonly Line[] => {
  const part = named(`clauses.${clause.id}`, clauseName(clause))
  return [
    part('number', '条号', 'number', word(clause.number)),
    part('chapter', '章节', 'chapter', clause.chapter),
    part('says', '大意', 'what it says', clauseText(clause)),
    part('quote', '原文', 'quote', word(clause.quote)),
  ]
}

const ofCategory = ({ code, name }: Category): readonly Line[] => [
  line(`categories.${code}`, '类别名称', 'Name of a category', name),
]
const ofLevel = ({ level, name }: Level): readonly Line[] => [
  line(`levels.${level}`, '级别名称', 'Name of a level', name),
]

/** All changes from one text of a document to another, in the order of a reader. */
export const diffDocuments = (before: PlanDocument, after: PlanDocument): readonly Change[] => {
  const side = (which: 'before' | 'after'): PlanDocument => (which === 'before' ? before : after)
  return [
    ...changed(ofDocument(before), ofDocument(after)),
    ...parts(
      before.levels,
      after.levels,
      ({ level }) => String(level),
      'levels',
      ({ name }) => name,
      ofLevel,
    ),
    ...parts(
      before.roles,
      after.roles,
      ({ id }) => id,
      'roles',
      ({ name }) => name,
      (role, which) => ofRole(role, side(which)),
    ),
    ...parts(
      before.categories,
      after.categories,
      ({ code }) => code,
      'categories',
      ({ name }) => name,
      ofCategory,
    ),
    ...parts(
      before.types,
      after.types,
      ({ code }) => code,
      'types',
      ({ name }) => name,
      (type, which) => ofType(type, side(which)),
    ),
    ...parts(before.clauses, after.clauses, ({ id }) => id, 'clauses', clauseName, ofClause),
  ]
}
