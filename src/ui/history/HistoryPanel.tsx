import { inWords, t } from '../../words/t.ts'
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Text,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { AnyRecordType, Stored } from '../../domain/record.ts'
import { isLater } from '../draft/merge.ts'
import type { AnyStored } from '../draft/types.ts'
import { Loaded, Notice } from '../Loaded.tsx'
import type { KeyOptions } from '../formOptions.ts'
import { usePutStored } from '../records.ts'
import { useServices } from '../services.tsx'
import { type AnyVersion, editsOf } from './changes.ts'
import { EditEntry } from './EditEntry.tsx'
import { historyQuery } from './historyQuery.ts'
import { usePutBack } from './usePutBack.ts'

const useStyles = makeStyles({
  drawer: { width: 'min(100vw, 560px)' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The versions of one record that SharePoint keeps, newest first, and the way back to each. */
export const HistoryPanel = ({
  type,
  record,
  options,
  onClose,
}: {
  type: AnyRecordType
  record: Stored<unknown>
  options: KeyOptions
  onClose: () => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const put = usePutStored()
  // Somebody may have saved since this page read the record.
  const fresh = useQuery({
    queryKey: ['fresh', services.school.id, type.name, record.key],
    queryFn: async () => {
      const now = await services.records.store(type).byKey(record.key)
      put(type, now)
      return now as AnyStored
    },
    gcTime: 0,
  })
  const known = record as AnyStored
  const latest = fresh.data && isLater(fresh.data, known) ? fresh.data : known
  const versions = useQuery({ ...historyQuery(services, type, latest), enabled: !fresh.isPending })
  return (
    <OverlayDrawer
      open
      position="end"
      className={styles.drawer}
      aria-label={t`History of this ${inWords(type.label).toLowerCase()}`}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={t`Close the history`}
              icon={<DismissRegular />}
              onClick={onClose}
            />
          }
        >{t`History`}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Loaded queries={[versions]} shape={<Text className={styles.quiet}>{t`Reading the versions`}</Text>}>
          {(found) => <Edits type={type} record={latest} versions={found} options={options} />}
        </Loaded>
      </DrawerBody>
    </OverlayDrawer>
  )
}

const Edits = ({
  type,
  record,
  versions,
  options,
}: {
  type: AnyRecordType
  record: AnyStored
  versions: readonly AnyVersion[]
  options: KeyOptions
}) => {
  const styles = useStyles()
  const putBack = usePutBack(type, record)
  const edits = editsOf(type, versions)
  const keepsNone =
    versions.length < 2 && (record.modifiedAt ?? '').slice(0, 16) !== (record.createdAt ?? '').slice(0, 16)
  if (keepsNone) {
    return (
      <Notice
        title={t`No earlier versions are kept`}
        todo={t`SharePoint keeps no versions of the list “${type.list}”. Whoever looks after Microsoft 365 at your school can switch them on in the settings of that list; then each change from that day on is kept.`}
      />
    )
  }
  if (edits.length === 0)
    return (
      <Notice
        title={t`Nothing has changed yet`}
        todo={t`Each change will be listed here, with who made it.`}
      />
    )
  return (
    <>
      <ol className={styles.list} aria-label={t`Changes, newest first`}>
        {edits.map((edit, at) => (
          <EditEntry
            key={edit.id}
            type={type}
            edit={edit}
            current={record}
            newest={at === 0}
            options={options}
            putBack={putBack}
          />
        ))}
      </ol>
      <Text size={200} className={styles.quiet}>
        {edits.at(-1)!.is === 'oldest'
          ? t`Older versions are no longer kept: SharePoint keeps as many as the list is set to.`
          : t`These are the versions that SharePoint keeps; how many is a setting of the list.`}
      </Text>
    </>
  )
}
