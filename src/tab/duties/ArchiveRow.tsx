import { t } from '../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { ArchiveRegular } from '@fluentui/react-icons'
import type { AnyDuty } from '../../domain/duties/duty.ts'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { useArchive } from '../../ui/useArchive.ts'
import { useGo } from '../routes.ts'
import type { DutyRow } from './useDuty.ts'

/** Takes a row out of the list, with a way back, and leads to the list. */
export const ArchiveRow = ({ duty, row }: { duty: AnyDuty; row: DutyRow }) => {
  const { go } = useGo()
  const { archive, trouble } = useArchive(duty.type)
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArchiveRegular />}
        onClick={() =>
          void archive(row, 'Taken off by hand').then(
            (done) => done && go({ at: 'duties', place: duty.place, duty: duty.name }),
          )
        }
      >{t`Archive`}</Button>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  )
}
