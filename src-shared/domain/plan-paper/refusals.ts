/** Says why a paper is not read, or its sentences are not decided on, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import { MOST_SENTENCES } from './paper.ts'

export const paperEmpty = (): Refusal =>
  refuse(
    'paper-empty',
    localized(
      '没有读到文字。请用有文字的.docx、.txt或PDF；扫描件请先做文字识别（OCR），或打开后复制文字粘贴进来',
      'No words were found. Use a .docx, .txt or PDF with text; a scan needs text recognition first, or paste its words',
    ),
  )

export const paperTooLong = (): Refusal =>
  refuse(
    'paper-too-long',
    localized(
      `这份文件太长：一次最多读${MOST_SENTENCES}句。请按章拆成几份，分别生成`,
      `This paper is too long: ${MOST_SENTENCES} sentences are read at most. Split it by chapters and read each`,
    ),
  )

export const samePaper = (): Refusal =>
  refuse(
    'no-change',
    localized(
      '这就是上次读过的那份文件，内容没有变，不用再读',
      'This is the file that was read last, unchanged: there is nothing to read',
    ),
  )

export const unknownPaper = (documentId: string): Refusal =>
  refuse(
    'unknown-paper',
    localized(
      `预案文件“${documentId}”不是从纸质预案生成的，没有可处理的句子`,
      `The document "${documentId}" was not made of a paper: it has no sentences to decide on`,
    ),
  )

export const unknownSentence = (): Refusal =>
  refuse(
    'unknown-sentence',
    localized(
      '这一句不在现在的纸质预案里：可能读了新的一版。请重新打开这一页',
      'The paper as it was read last has no such sentence: a new edition may have been read. Open the page again',
    ),
  )

export const decidedAlready = (): Refusal =>
  refuse('no-change', localized('这一句已经这样处理了', 'The sentence stands like that already'))

/** A sentence whose words are gone cannot become part of a plan. */
export const sentencePurged = (): Refusal =>
  refuse(
    'sentence-purged',
    localized(
      '这一句的内容已按规定清除，不能再写进预案',
      'The words of this sentence were purged by rule: it cannot become part of a plan',
    ),
  )

export const noStepBefore = (): Refusal =>
  refuse(
    'no-step-before',
    localized(
      '这份预案还没有步骤，没有可以并入的一步。先把一句做成步骤',
      'The plan has no step yet that the sentence could join: make a sentence a step first',
    ),
  )

/** `what`: what is to be approved. */
export const paperHasOpenSentences = (count: number): Refusal =>
  refuse(
    'paper-has-open-sentences',
    localized(
      `纸质预案还有${count}句待处理。到“纸稿”页把每一句做成步骤或搁置，或者按“未补全”批准`,
      `${count} sentences of the paper are still open: make each a step or set it aside on the page of the paper, or approve it as incomplete`,
    ),
  )

export const nothingToRequote = (): Refusal =>
  refuse(
    'no-change',
    localized(
      '没有条款引用这一句原来的写法，不用换；可以直接把它做成步骤',
      'No clause quotes the former wording of this sentence: nothing is replaced. Make it a step instead',
    ),
  )

export const completeAlready = (): Refusal =>
  refuse(
    'no-change',
    localized('草稿上已经没有“未补全”', 'No draft is marked as incomplete any more'),
  )
