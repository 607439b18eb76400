/** Lines of the record for files that somebody attached, in both languages. */
import type { FileEvent } from '../incident/record/files.ts'
import { inSentence } from '../sealed.ts'
import { localized } from '../text.ts'
import { because, line, type Line } from './line.ts'

/** The digest of the file stands in it, so that paper proves which file was meant. */
export function fileLine(event: FileEvent): Line {
  const name = inSentence(event.name)
  if (event.type === 'FileWithdrawn')
    return line(
      because(localized(`撤下附件：${name}`, `Attachment withdrawn: ${name}`), event.reason),
    )
  const digest = event.file.id.slice(0, 8)
  const what = event.what === undefined ? null : inSentence(event.what)
  const shows =
    what === null
      ? localized('附上文件', 'File attached')
      : localized(`证据“${what}”附上文件`, `File attached to the evidence "${what}"`)
  return line(
    localized(`${shows.zh}：${name}（校验码${digest}）`, `${shows.en}: ${name} (digest ${digest})`),
    event.stepId,
  )
}
