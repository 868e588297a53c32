import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArchiveRegular, EditRegular, EyeOffRegular, ShareRegular, TagRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { useServices } from '../../../ui/services.tsx'

// What they need to reckon is fetched when somebody asks for it.
const ArchiveDialog = lazy(async () => ({ default: (await import('./ArchiveDialog.tsx')).ArchiveDialog }))
const EditDialog = lazy(async () => ({ default: (await import('./EditDialog.tsx')).EditDialog }))
const OneStatus = lazy(async () => ({ default: (await import('./OneStatus.tsx')).OneStatus }))
const PublishDialog = lazy(async () => ({ default: (await import('./PublishDialog.tsx')).PublishDialog }))

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
})

/** What can be done with the pupils who are ticked. */
export const BulkBar = ({
  pupils,
  shown,
  onClear,
}: {
  pupils: readonly Stored<Pupil>[]
  /** How many of them the filters show. */
  shown: number
  onClear: () => void
}) => {
  const styles = useStyles()
  const { school } = useServices()
  const [asking, setAsking] = useState<'edit' | 'status' | 'archive' | 'publish' | 'withdraw' | null>(null)
  const close = () => setAsking(null)
  return (
    <section className={styles.bar} aria-label="Selected pupils">
      <Text weight="semibold">
        {pupils.length.toLocaleString('en-GB')} selected
        {shown < pupils.length && `, ${(pupils.length - shown).toLocaleString('en-GB')} of them not shown`}
      </Text>
      <Button size="small" appearance="subtle" icon={<EditRegular />} onClick={() => setAsking('edit')}>
        Change fields
      </Button>
      <Button size="small" appearance="subtle" icon={<TagRegular />} onClick={() => setAsking('status')}>
        Change status
      </Button>
      {school.sites.staff !== undefined && (
        <>
          <Button
            size="small"
            appearance="subtle"
            icon={<ShareRegular />}
            onClick={() => setAsking('publish')}
          >
            Publish to staff
          </Button>
          <Button
            size="small"
            appearance="subtle"
            icon={<EyeOffRegular />}
            onClick={() => setAsking('withdraw')}
          >
            Withdraw from staff
          </Button>
        </>
      )}
      <Button size="small" appearance="subtle" icon={<ArchiveRegular />} onClick={() => setAsking('archive')}>
        Archive
      </Button>
      <Button size="small" appearance="subtle" onClick={onClear}>
        Clear
      </Button>
      <Suspense fallback={null}>
        {asking === 'status' && pupils.length === 1 ? (
          <OneStatus pupil={pupils[0]!} onClose={close} />
        ) : (
          (asking === 'edit' || asking === 'status') && (
            <EditDialog pupils={pupils} withStatus={asking === 'status'} onClose={close} />
          )
        )}
        {asking === 'archive' && <ArchiveDialog pupils={pupils} onClose={close} />}
        {(asking === 'publish' || asking === 'withdraw') && (
          <PublishDialog pupils={pupils} withdraw={asking === 'withdraw'} onClose={close} />
        )}
      </Suspense>
    </section>
  )
}
