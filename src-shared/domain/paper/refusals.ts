/** Says why the words of a file are not read, and what would be taken in its place. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'

const TAKEN = localized(
  '请用.docx、.txt或有文字的PDF（不超过5MB），或打开后复制文字粘贴进来',
  'Use .docx, .txt or a PDF with text (5 MB at most), or paste its words',
)

/** The bytes of a file that is read, at most. */
export const PAPER_BYTES = 5 * 1024 * 1024

/** Not a document of these formats. `what`: what it is, if that is known. */
export const paperFormat = (what?: { zh: string; en: string }): Refusal =>
  refuse(
    'paper-format',
    localized(
      `${what ? `这是${what.zh}，读不了` : '读不了这种文件'}。${TAKEN.zh}`,
      `${what ? `This is ${what.en}, which is not read` : 'Files of this kind are not read'}. ${TAKEN.en}`,
    ),
  )

/** A document of an older Word: one saving makes it readable. */
export const oldWord = (): Refusal =>
  refuse(
    'paper-format',
    localized(
      '这是旧格式的.doc，读不了。请在Word或WPS里另存为.docx，再选一次',
      'This is an old .doc, which is not read: save it as .docx in Word or WPS and choose it again',
    ),
  )

export const paperLocked = (): Refusal =>
  refuse(
    'paper-locked',
    localized(
      '文件有密码，读不了。请去掉密码另存一份，或打开后复制文字粘贴进来',
      'The file has a password: save it without, or open it and paste its words',
    ),
  )

export const paperScanned = (): Refusal =>
  refuse(
    'paper-scanned',
    localized(
      '文件里没有可读的文字，多半是扫描件或图片。请先做文字识别（OCR），或用原来的.docx',
      'The file has no words that can be read, so it is likely a scan: run text recognition (OCR) first, or use the original .docx',
    ),
  )

/** A PDF whose fonts tell no signs: copied out of it, the words are as unreadable. */
export const paperGarbled = (): Refusal =>
  refuse(
    'paper-scanned',
    localized(
      '这个PDF没有带文字编码，读出来是乱码，复制出来也一样。请用原来的.docx或.txt；没有原件的，先做文字识别（OCR），再用识别出的.docx',
      'The fonts of this PDF do not say which signs they show, so its words cannot be read, nor copied: use the original .docx or .txt, or run text recognition (OCR) first',
    ),
  )

export const paperDamaged = (): Refusal =>
  refuse(
    'paper-damaged',
    localized(
      '文件损坏，读不出来。请重新导出或另存一份再选，或打开后复制文字粘贴进来',
      'The file is damaged: export or save it again, or open it and paste its words',
    ),
  )

/** By its bytes, by what it unpacks to, or by its pages. */
export const paperTooBig = (): Refusal =>
  refuse(
    'paper-too-large',
    localized(
      '文件太大：不超过5MB，解压后不超过40MB，PDF不超过300页。请去掉图片或按章拆开，或复制文字粘贴进来',
      'The file is too large: 5 MB at most, 40 MB unpacked, 300 pages of a PDF. Leave pictures out, split it by chapters, or paste its words',
    ),
  )

/** It took longer or more memory than a paper needs, and was stopped. */
export const paperNotRead = (): Refusal =>
  refuse(
    'paper-not-read',
    localized(
      '这个文件读得太久或占内存太多，已停止读取。请另存为.docx或.txt再选，或复制文字粘贴进来',
      'Reading the file took too long or too much, and was stopped: save it as .docx or .txt, or paste its words',
    ),
  )
