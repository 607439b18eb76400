/**
 * Looks at a packed file before anything unpacks it: what it says of itself must be small, plain
 * and whole. The library that unpacks stops at the sizes that stand here, so a lie about them ends
 * there.
 */
import { PARTS, RATIO, Refused, UNPACKED_BYTES } from './limits.ts'

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const END_BYTES = 22
const LONGEST_REMARK = 0xffff
const [STORED, DEFLATED] = [0, 8]
const ENCRYPTED = 1
const PROLOG_BYTES = 4096

type Part = { name: string; method: number; packed: number; unpacked: number; at: number }

/** The parts that the table at the end of the file lists. */
function partsOf(bytes: Uint8Array): readonly Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END_BYTES
  while (
    end >= Math.max(0, bytes.length - END_BYTES - LONGEST_REMARK) &&
    view.getUint32(end, true) !== END
  )
    end--
  if (end < 0 || view.getUint32(end, true) !== END) throw new Refused('damaged')
  const count = view.getUint16(end + 10, true)
  if (count > PARTS) throw new Refused('bomb')
  const parts: Part[] = []
  for (let n = 0, index = view.getUint32(end + 16, true); n < count; n++) {
    if (index + 46 > bytes.length || view.getUint32(index, true) !== CENTRAL)
      throw new Refused('damaged')
    const [name, extra, remark] = [28, 30, 32].map((from) =>
      view.getUint16(index + from, true),
    ) as [number, number, number]
    if ((view.getUint16(index + 8, true) & ENCRYPTED) !== 0) throw new Refused('encrypted')
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(index + 46, index + 46 + name)),
      method: view.getUint16(index + 10, true),
      packed: view.getUint32(index + 20, true),
      unpacked: view.getUint32(index + 24, true),
      at: view.getUint32(index + 42, true),
    })
    index += 46 + name + extra + remark
  }
  return parts
}

const leadsOut = (name: string): boolean =>
  name.startsWith('/') ||
  name.includes('\\') ||
  /^[a-z]:/i.test(name) ||
  name.split('/').includes('..') ||
  name.includes('\0')

/** The first bytes of a part, unpacked. */
async function prologOf(bytes: Uint8Array, { method, packed, at }: Part): Promise<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw new Refused('damaged')
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const body = bytes.slice(from, from + packed)
  if (method === STORED) return new TextDecoder().decode(body.subarray(0, PROLOG_BYTES))
  const reader = new Blob([body])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  try {
    const { value } = await reader.read()
    return new TextDecoder().decode(value?.subarray(0, PROLOG_BYTES))
  } catch {
    throw new Refused('damaged')
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

/**
 * Refuses a packed file that would unpack to more than it should, leads out of itself, declares
 * entities, or is no workbook.
 */
export async function guardZip(bytes: Uint8Array): Promise<void> {
  const parts = partsOf(bytes)
  if (parts.some(({ name }) => leadsOut(name))) throw new Refused('paths')
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0)
  const isBomb = parts.some(
    (part) =>
      part.packed > 0 &&
      (part.unpacked === 0 || (part.unpacked > part.packed * RATIO && part.unpacked > 1024 * 1024)),
  )
  if (unpacked > UNPACKED_BYTES || unpacked > bytes.length * RATIO || isBomb)
    throw new Refused('bomb')
  if (parts.some(({ method }) => method !== STORED && method !== DEFLATED))
    throw new Refused('damaged')
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw new Refused('not-a-table')
  for (const part of parts.filter(({ name }) => /\.(?:xml|rels)$/i.test(name)))
    if (/<!(?:DOCTYPE|ENTITY)/i.test(await prologOf(bytes, part))) throw new Refused('entities')
}
