/** What can be answered to a question about a list, and the words in which each row is shown. */
import { RISK_GRADE_NAMES, RISK_KIND_NAMES } from '#shared/domain/risk/risk.ts'
import { TALK_KIND_NAMES } from '#shared/domain/liaison/talk.ts'
import type { ListRegister } from '#shared/domain/register-import/list-heads.ts'
import type { ListQuestion } from '#shared/domain/register-import/list-rows.ts'
import { useText } from '#renderer/i18n/index.ts'
import { choicesFor, type ListAround, type ListEntry } from './list-readers.ts'
import type { Option } from './prepared.ts'
import { useRegisterImportWords } from './register-import-words.ts'

/** `rows`: those that are whole by now. */
export function useListOptions(
  register: ListRegister,
  around: () => ListAround,
  rows: () => readonly ListEntry[],
) {
  const t = useRegisterImportWords()
  const { tr } = useText()

  /** A person of the register, with what tells them from another of that name. */
  function personWords(id: string): string {
    const person = around().persons.find((known) => known.id === id)
    const post = around().posts.find(({ id: postId }) => person?.posts[0] === postId)
    const detail = [post ? tr(post.name) : '', person?.phones[0]?.number ?? '']
      .filter((part) => part !== '')
      .join(t('join'))
    const name = person?.name ?? id
    return detail === '' ? name : t('asked.known', { name, detail })
  }
  const newPersonOptions = ({ key, text, candidates, at }: ListQuestion): Option[] => {
    const earlier = key.includes(' ')
      ? rows().filter((row) => row.name === text && row.row < at.row)
      : []
    return [
      ...candidates.map((id) => ({ value: `id|${id}`, label: personWords(id) })),
      ...earlier.map(({ row }) => ({ value: `row|${row}`, label: t('asked.samePerson', { row }) })),
      { value: 'new', label: t('asked.newPerson', { name: text }) },
    ]
  }
  /** Who was there may be anybody of the register, somebody from elsewhere, or no person at all. */
  function attendeeOptions({ text, candidates }: ListQuestion): Option[] {
    const known = (id: string): Option => ({ value: id, label: personWords(id) })
    const others = around().persons.filter(({ id }) => !candidates.includes(id))
    return [
      ...candidates.map(known),
      { value: 'outside', label: t('asked.outside', { name: text }) },
      { value: 'none', label: t('asked.leaveOut') },
      ...others.map(({ id }) => known(id)),
    ]
  }
  function optionsOf(question: ListQuestion): Option[] {
    switch (question.kind) {
      case 'person':
        return register === 'attendance' ? attendeeOptions(question) : newPersonOptions(question)
      case 'session':
        return around().sessions.map(({ id, course, date }) => ({
          value: id,
          label: `${date} ${course}`,
        }))
      case 'post':
        return [
          { value: 'new', label: t('asked.newPost', { name: question.text }) },
          { value: 'none', label: t('asked.noPost') },
          ...around().posts.map(({ id, name }) => ({ value: id, label: tr(name) })),
        ]
      case 'category':
      case 'kind':
      case 'class':
      case 'grade':
        return choicesFor(register, question.kind).map(({ code, names: [name] }) => ({
          value: code,
          label: name ? tr(name) : code,
        }))
    }
  }
  function kindWords({ kind, text }: ListQuestion): string {
    switch (kind) {
      case 'category':
      case 'kind':
      case 'class':
      case 'grade':
        return t(text === '' ? `asked.${kind}All` : `asked.${kind}`)
      default:
        return t(`asked.${kind}`)
    }
  }

  const postWords = (id: string): string => {
    const known = around().posts.find((post) => post.id === id)
    return known ? tr(known.name) : id
  }
  function wordsOf(row: ListEntry): string[] {
    if ('grade' in row)
      return [
        tr(RISK_GRADE_NAMES[row.grade]),
        row.name,
        row.place ?? '',
        tr(RISK_KIND_NAMES[row.kind]),
      ]
    if ('on' in row) return [row.on, row.name, tr(TALK_KIND_NAMES[row.kind]), row.person]
    if ('course' in row)
      return [
        row.personId === null ? t('asked.outside', { name: row.name }) : personWords(row.personId),
        ...[row.course, row.date, row.score === undefined ? '' : String(row.score)],
      ]
    const numbers = 'numbers' in row ? row.numbers : 'phones' in row ? (row.phones ?? []) : []
    const holds = 'posts' in row ? (row.posts ?? []) : []
    return [
      ...('list' in row && row.list !== row.name ? [row.list] : []),
      row.name,
      ...('person' in row ? [row.person] : []),
      ...('category' in row ? [row.category] : []),
      ...('kind' in row && row.kind !== undefined ? [row.kind] : []),
      ...('class' in row && row.class !== undefined ? [row.class] : []),
      ...('count' in row && row.count !== undefined ? [`${row.count}${row.unit ?? ''}`] : []),
      ...('batch' in row && row.batch !== undefined ? [row.batch] : []),
      ...('size' in row && row.size !== undefined ? [String(row.size)] : []),
      ...('contactPost' in row && row.contactPost !== undefined ? [row.contactPost] : []),
      numbers.map(({ number }) => number).join(t('join')),
      holds.map(postWords).join(t('join')),
    ]
  }
  return {
    optionsOf,
    kindWords,
    /** What a row says, in a line. */
    lineOf: (row: ListEntry): string =>
      wordsOf(row)
        .filter((words) => words !== '')
        .join(' · '),
  }
}
