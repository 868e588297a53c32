import { Field, Select, Text } from '@fluentui/react-components'
import { t } from '../../words/t.ts'
import type { Translation } from '../../words/translation.ts'
import { useTranslations } from './translations.ts'

const english = 'en'

/** In which language a paper for a family is made; nothing where the school has translated nothing. */
export const LanguageChoice = ({
  value,
  onChange,
  hint = t`Fixed words as your school had them translated. What people wrote stays as they wrote it, and the paper says so.`,
}: {
  value: Translation | null
  onChange: (translation: Translation | null) => void
  hint?: string
}) => {
  const known = useTranslations()
  if (known.isError)
    return <Text>{t`Your school’s translations can’t be read now, so this is made in English.`}</Text>
  if (!known.data || known.data.length === 0) return null
  return (
    <Field label={t`Language`} hint={hint} style={{ maxWidth: '420px' }}>
      <Select
        value={value?.tag ?? english}
        onChange={(_, chosen) => onChange(known.data.find(({ tag }) => tag === chosen.value) ?? null)}
      >
        <option value={english}>{t`English`}</option>
        {known.data.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
