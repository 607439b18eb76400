/** The line of the record for the headquarters of an incident. */
import type { HeadquartersSet } from '../incident/record/headquarters.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { line, type Line } from './line.ts'

const memberWords =
  (language: keyof LocalizedText) =>
  ({ person, post, duty }: HeadquartersSet['headquarters'][number]): string => {
    const role = [post?.name[language], duty && inSentence(duty)].filter(Boolean)
    if (role.length === 0) return inSentence(person)
    return language === 'zh'
      ? `${inSentence(person)}（${role.join('，')}）`
      : `${inSentence(person)} (${role.join(', ')})`
  }

export const headquartersLine = ({ headquarters }: HeadquartersSet): Line =>
  line(
    headquarters.length === 0
      ? localized('指挥部撤销', 'Headquarters dissolved')
      : localized(
          `指挥部成员：${headquarters.map(memberWords('zh')).join('、')}`,
          `Headquarters: ${headquarters.map(memberWords('en')).join(', ')}`,
        ),
  )
