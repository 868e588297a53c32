import { t } from '../../../words/t.ts'
import { showCount } from '../../../domain/counted.ts'
import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArchiveRegular, EditRegular, EyeOffRegular, ShareRegular, TagRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { useServices } from '../../../ui/services.tsx'
import { useWide } from '../../../ui/useWide.ts'

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

const allActs = [
  { act: 'edit', words: 'Change fields', Icon: EditRegular, staff: false },
  { act: 'status', words: 'Change status', Icon: TagRegular, staff: false },
  { act: 'publish', words: 'Publish to staff', Icon: ShareRegular, staff: true },
  { act: 'withdraw', words: 'Withdraw from staff', Icon: EyeOffRegular, staff: true },
  { act: 'archive', words: 'Archive', Icon: ArchiveRegular, staff: false },
] as const
type Act = (typeof allActs)[number]['act']

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
  const wide = useWide(640)
  const [asking, setAsking] = useState<Act | null>(null)
  const acts = allActs.filter(({ staff }) => !staff || school.sites.staff !== undefined)
  const close = () => setAsking(null)
  return (
    <section className={styles.bar} aria-label={t`Selected pupils`}>
      <Text weight="semibold">
        {t`${showCount(pupils.length)} selected`}
        {shown < pupils.length && t`, ${showCount(pupils.length - shown)} of them not shown`}
      </Text>
      {wide ? (
        acts.map(({ act, words, Icon }) => (
          <Button key={act} size="small" appearance="subtle" icon={<Icon />} onClick={() => setAsking(act)}>
            {words}
          </Button>
        ))
      ) : (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton size="small">{t`With these pupils`}</MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {acts.map(({ act, words, Icon }) => (
                <MenuItem key={act} icon={<Icon />} onClick={() => setAsking(act)}>
                  {words}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      <Button size="small" appearance="subtle" onClick={onClear}>{t`Clear`}</Button>
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
