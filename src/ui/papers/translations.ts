import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { readTranslation, type Translation } from '../../words/translation.ts'
import { type Services, useServices } from '../services.tsx'

/** Where a school’s translations lie in its library: a newer file of a language takes the place of an older. */
const translationsFolder = 'Translations'

/** `pl Polish.json`: by what it begins with it is known whose it is. */
export const translationPath = ({ tag, name }: Pick<Translation, 'tag' | 'name'>): string =>
  `${translationsFolder}/${tag} ${name.trim()}.json`

const newestOfEach = (entries: Awaited<ReturnType<Services['files']['list']>>): string[] => {
  const found = new Map<string, string>()
  const all = entries
    .filter(({ isFolder, name }) => !isFolder && name.endsWith('.json'))
    .toSorted((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1))
  for (const { name } of all) {
    const [tag = ''] = name.split(' ')
    if (!found.has(tag)) found.set(tag, name)
  }
  return [...found.values()]
}

/** What this school has translated, by the name of the language. A file that is no translation is left out. */
export const translationsOf = ({ files, school }: Pick<Services, 'files' | 'school'>) =>
  queryOptions<Translation[]>({
    queryKey: ['translations', school.id],
    queryFn: async () => {
      const names = newestOfEach(await files.list('senco', translationsFolder))
      const read = await Promise.all(
        names.map(async (name) =>
          readTranslation(
            new TextDecoder().decode(await files.read('senco', `${translationsFolder}/${name}`)),
          ),
        ),
      )
      return read.filter((one) => one !== null).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    },
  })

export const useTranslations = (): UseQueryResult<Translation[]> => useQuery(translationsOf(useServices()))
