/** Lines of the record for ad-hoc tasks: what was ordered of whom, and who has heard it. */
import { taskName, type TaskEvent, type TaskOwner } from '../incident/record/tasks.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { line, type Line, type Names } from './line.ts'

export const ownerWords = ({ post, person }: TaskOwner): LocalizedText => {
  const name = person ? inSentence(person) : ''
  return post?.name ?? localized(name, name)
}

export function taskLine(event: TaskEvent, { instant }: Pick<Names, 'instant'>): Line {
  const name = taskName(event.stepId)
  if (event.type === 'TaskHeard') {
    const at = event.heardAt === undefined ? '' : instant(event.heardAt)
    return line(
      at === ''
        ? localized(`${name.zh}：听到了`, `${name.en}: acknowledged`)
        : localized(`${name.zh}：${at}听到了`, `${name.en}: acknowledged at ${at}`),
      event.stepId,
      event.person,
    )
  }
  const owner = ownerWords(event.owner)
  const due = event.dueAt === null ? null : instant(event.dueAt)
  const named = (event.named ?? []).map(({ person }) => inSentence(person))
  const zh = [
    `${name.zh}交给${owner.zh}`,
    ...(due === null ? [] : [`${due}前完成`]),
    ...(named.length > 0 ? [`须逐人确认：${named.join('、')}`] : []),
  ]
  const en = [
    `${name.en} given to ${owner.en}`,
    ...(due === null ? [] : [`due ${due}`]),
    ...(named.length > 0 ? [`to be acknowledged by ${named.join(', ')}`] : []),
  ]
  return line(localized(zh.join('，'), en.join(', ')), event.stepId, event.text)
}
