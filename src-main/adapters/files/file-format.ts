/** Tells what a file is by its content, whatever its name says. */
import type { FileHandle } from 'node:fs/promises'
import type { FileFormat } from '#shared/domain/incident/record/files.ts'
import { officeIn } from './office-file.ts'
import { plainTextIn } from './plain-text.ts'

const HEAD = 16 // bytes

const latin = (bytes: Buffer, from: number, to: number): string =>
  bytes.toString('latin1', from, to)

/** Brands of ISO base media: audio of telephones, and video that browsers show. */
const AUDIO_BRANDS = new Set(['M4A ', 'M4B '])
const VIDEO_BRANDS = new Set([
  ...['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'avc1', 'mp41', 'mp42', 'M4V ', 'M4VP', 'dash'],
  ...['MSNV', 'f4v ', '3gp4', '3gp5', '3gp6'],
])

function ofMedia(head: Buffer): FileFormat | null {
  const brand = latin(head, 8, 12)
  return AUDIO_BRANDS.has(brand) ? 'm4a' : VIDEO_BRANDS.has(brand) ? 'mp4' : null
}

/** A frame of layer III: version, bit rate and sampling rate are none that do not exist. */
function isMp3(head: Buffer): boolean {
  if (latin(head, 0, 3) === 'ID3') return true
  const [sync, kind, rates] = [head[0] ?? 0, head[1] ?? 0, head[2] ?? 0]
  const isLayer3 = sync === 0xff && (kind & 0xe6) === 0xe2 && (kind & 0x18) !== 0x08
  return isLayer3 && ![0, 15].includes(rates >> 4) && (rates & 0x0c) !== 0x0c
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const JPG = Buffer.from('ffd8ff', 'hex')

function ofHead(head: Buffer): FileFormat | null {
  if (head.subarray(0, JPG.length).equals(JPG)) return 'jpg'
  if (head.subarray(0, PNG.length).equals(PNG)) return 'png'
  if (latin(head, 0, 5) === '%PDF-') return 'pdf'
  if (latin(head, 4, 8) === 'ftyp') return ofMedia(head)
  if (latin(head, 0, 4) === 'RIFF') {
    const kind = latin(head, 8, 12)
    return kind === 'WEBP' ? 'webp' : kind === 'WAVE' ? 'wav' : null
  }
  return isMp3(head) ? 'mp3' : null
}

/** What a file brings that a machine would run: documents with macros, text that begins as code. */
type Runs = 'macros' | 'code'

/** `taken` null: none of those that are taken; `runs` says why, where that is known. */
type Format = { taken: FileFormat; runs?: never } | { taken: null; runs: Runs | null }

/** Throws what the file system says. */
export async function formatOf(handle: FileHandle, size: number): Promise<Format> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
  const head = buffer.subarray(0, bytesRead)
  const format =
    latin(head, 0, 4) === 'PK\u0003\u0004'
      ? await officeIn(handle, size)
      : (ofHead(head) ?? (await plainTextIn(handle, size)))
  return format === null || format === 'macros' || format === 'code'
    ? { taken: null, runs: format }
    : { taken: format }
}
