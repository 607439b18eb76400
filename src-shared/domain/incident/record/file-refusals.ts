/** Says why a file is not taken, in both languages, and what to do instead. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized } from '../../text.ts'

export const fileTooLarge = (): Refusal =>
  refuse(
    'file-too-large',
    localized(
      '文件超过25MB。请压缩或截取需要的一段再传；原件另行存放，登记存放地点',
      'The file is larger than 25 MB: compress it or cut out what is needed, keep the original elsewhere and record where',
    ),
  )
const otherFormat = (): Refusal =>
  refuse(
    'file-format',
    localized(
      '不收这种文件。可以传：照片（jpg、png、webp）、PDF、docx、xlsx、txt、录音（m4a、mp3、wav）、视频（mp4）',
      'Files of this kind are not taken. Possible are photos (jpg, png, webp), PDF, docx, xlsx, txt, audio (m4a, mp3, wav) and video (mp4)',
    ),
  )
const fileMacros = (): Refusal =>
  refuse(
    'file-macros',
    localized(
      '这个文件带宏（里面有程序），不收。请在Word、Excel或WPS里另存为不带宏的.docx、.xlsx再选',
      'This document has macros (a program in it) and is not taken: save it as .docx or .xlsx without macros and choose that',
    ),
  )
const fileCode = (): Refusal =>
  refuse(
    'file-code',
    localized(
      '这个文件的开头是网页或程序代码（如<script>），不收。只要其中文字的，去掉开头的代码，存成.txt再选',
      'This file begins as a page of the web or a program (<script>) and is not taken: for its words, take the code at its beginning out and save it as .txt',
    ),
  )

/** `runs`: what in it a machine would run, if that is why. */
export const fileFormat = (runs: 'macros' | 'code' | null = null): Refusal =>
  runs === 'macros' ? fileMacros() : runs === 'code' ? fileCode() : otherFormat()
export const fileEmpty = (): Refusal =>
  refuse('file-empty', localized('文件是空的，没有内容可存', 'The file is empty'))
export const fileBroken = (): Refusal =>
  refuse(
    'file-incomplete',
    localized('文件没有传完，没有存下，请重传', 'The file did not arrive whole and was not saved'),
  )
export const noRoom = (): Refusal =>
  refuse(
    'no-room',
    localized(
      '值守站的磁盘空间不够，文件没有存下。请管理员清理磁盘；事件记录不受影响',
      'The disk of the station is too full for this file. The administrator has to make room; the record of incidents goes on',
    ),
  )
export const fileNotSaved = (): Refusal =>
  refuse(
    'file-not-saved',
    localized(
      '文件没有存下，磁盘写入出错，请重传；再不行请找管理员',
      'The file could not be written and was not saved: try again, then ask the administrator',
    ),
  )
export const filesNotOffered = (): Refusal =>
  refuse('files-not-offered', localized('这个值守站不收文件', 'This station takes no files'))
export const unknownFile = (): Refusal =>
  refuse(
    'unknown-file',
    localized(
      '没有这个文件：没有传完，或传了一天还没有附到事件上，已清理。请重传',
      'There is no such file: it did not arrive whole, or was not attached within a day. Send it again',
    ),
  )
export const unknownAttachment = (): Refusal =>
  refuse('unknown-file', localized('这起事件没有这个附件', 'The incident has no such attachment'))
export const filesFull = (): Refusal =>
  refuse(
    'files-full',
    localized(
      '这起事件的附件合计不能超过500MB，放不下了。请把大的文件另行存放，登记存放地点',
      'The files of an incident may be 500 MB together, and this does not fit: keep large ones elsewhere and record where',
    ),
  )
export const noEvidence = (): Refusal =>
  refuse('unknown-item', localized('这起事件没有这件证据', 'The incident has no such evidence'))
export const evidenceReleased = (): Refusal =>
  refuse(
    'no-change',
    localized('这件证据已经移出，不用再登记', 'This evidence has been handed out already'),
  )
export const releaseReason = (): Refusal =>
  refuse(
    'reason-needed',
    localized(
      '保存期还没有满，提前移出要写明原因',
      'Its retention is not over: say why it is handed out before that',
    ),
  )
