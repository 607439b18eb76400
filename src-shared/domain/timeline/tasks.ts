/**
 * Lines of the record for ad-hoc tasks: what was ordered of whom; and who must hear of a task or a
 * step, and has.
 */
import {
  isTaskId,
  taskName,
  type StepNamed,
  type TaskEvent,
  type TaskHeard,
  type TaskOwner,
} from '../incident/record/tasks.ts'
import { inSentence, isSealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { line, type Line, type Names } from './line.ts'

export const ownerWords = ({ post, person }: TaskOwner): LocalizedText => {
  const name = person ? inSentence(person) : ''
  return post?.name ?? localized(name, name)
}

/** Who it was stands below; a name that is in no seal, of an older record, in the sentence. */
function heardLine(
  { stepId, person, heardAt }: TaskHeard,
  { instant, title }: Pick<Names, 'instant' | 'title'>,
): Line {
  const name = isTaskId(stepId) ? taskName(stepId) : title(stepId)
  const at = heardAt === undefined ? '' : instant(heardAt)
  const [zh, en] = isSealed(person) ? ['', ''] : [person, `${person} `]
  return line(
    localized(
      `${name.zh}：${zh}${at}听到了`,
      `${name.en}: ${en}acknowledged${at === '' ? '' : ` at ${at}`}`,
    ),
    stepId,
    isSealed(person) ? person : null,
  )
}

function namedLine({ stepId, named }: StepNamed, { title }: Pick<Names, 'title'>): Line {
  const name = title(stepId)
  const persons = named.map(({ person }) => inSentence(person))
  return line(
    localized(
      `须逐人确认：${name.zh}（${persons.join('、')}）`,
      `To be acknowledged by everybody: ${name.en} (${persons.join(', ')})`,
    ),
    stepId,
  )
}

export function taskLine(event: TaskEvent, names: Pick<Names, 'instant' | 'title'>): Line {
  if (event.type === 'TaskHeard') return heardLine(event, names)
  if (event.type === 'StepNamed') return namedLine(event, names)
  const { instant } = names
  const name = taskName(event.stepId)
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
