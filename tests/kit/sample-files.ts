/** Small files of every format that is taken, and of some that are not. */
import { zip, type ZipPart } from './zip.ts'

type Bytes = Uint8Array<ArrayBuffer>
const bytes = (...parts: (string | number[] | Uint8Array)[]): Bytes =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part],
    ),
  )
const office = (main: string, more: readonly ZipPart[] = []): Bytes =>
  bytes(
    zip([
      { name: '[Content_Types].xml', body: '<Types/>' },
      { name: main, body: '<document/>' },
      ...more,
    ]),
  )

/** A photo of one pixel; `more` makes another file of it. */
export const photo = (more = ''): Bytes => bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF', more)

export const TAKEN: Readonly<Record<string, Bytes>> = {
  jpg: photo(),
  png: bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0]),
  webp: bytes('RIFF', [4, 0, 0, 0], 'WEBP', 'VP8 '),
  pdf: bytes('%PDF-1.7\n%%EOF'),
  docx: office('word/document.xml'),
  xlsx: office('xl/workbook.xml'),
  txt: new TextEncoder().encode('经过：三点零二分发现。\n'),
  m4a: bytes([0, 0, 0, 24], 'ftypM4A ', [0, 0, 0, 0]),
  mp3: bytes('ID3', [4, 0, 0, 0, 0, 0, 0]),
  wav: bytes('RIFF', [4, 0, 0, 0], 'WAVE', 'fmt '),
  mp4: bytes([0, 0, 0, 24], 'ftypmp42', [0, 0, 0, 0]),
}

export const REFUSED: Readonly<Record<string, Bytes>> = {
  program: bytes('MZ', [0x90, 0, 3, 0, 0, 0]),
  elf: bytes([0x7f], 'ELF', [2, 1, 1, 0]),
  gif: bytes('GIF89a', [1, 0, 1, 0]),
  'picture of telephones (HEIC)': bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]),
  page: bytes('<!DOCTYPE html><script>alert(1)</script>'),
  drawing: bytes('\n <svg xmlns="http://www.w3.org/2000/svg"/>'),
  script: bytes('#!/bin/sh\nrm -rf /'),
  archive: bytes(zip([{ name: 'a.txt', body: 'x' }])),
  macros: office('word/document.xml', [{ name: 'word/vbaProject.bin', body: 'x' }]),
  'half an archive': office('word/document.xml').subarray(0, 40),
}
