import { t } from '../../words/t.ts'
import { Spinner } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { restrictedWords } from '../../domain/rules/wrongChild.ts'
import { Loaded } from '../Loaded.tsx'
import { useAll } from '../records.ts'
import { useSchool } from '../useSchool.ts'
import type { Watch } from './usePassOn.ts'

/** What documents are looked through with, once it is read: the pupils of the register and the school's own words. */
export const Watched = ({
  children,
}: {
  children: (watch: Watch & { readonly pupils: readonly Stored<Pupil>[] }) => ReactElement
}) => {
  const pupils = useAll(Pupil)
  const school = useSchool()
  return (
    <Loaded queries={[pupils, school]} shape={<Spinner size="tiny" label={t`Reading the register`} />}>
      {(known, settings) =>
        children({
          pupils: known.records,
          unread: known.unreadable.length,
          restricted: restrictedWords(settings?.restrictedWords),
        })
      }
    </Loaded>
  )
}
