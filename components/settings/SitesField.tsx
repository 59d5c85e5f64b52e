import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listGrantedSites, onSiteAccessChanged, revokeSiteAccess } from '../../utils/browser/site-access.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** Where Deskmate may read, and how to take that back. */
export function SitesField() {
  const { t } = useTranslation();
  const [sites, setSites] = useState<string[]>([]);
  useEffect(() => {
    const refresh = () => void listGrantedSites().then(setSites);
    refresh();
    return onSiteAccessChanged(refresh);
  }, []);
  return (
    <SettingsSection
      title={t('settings.sites')}
      text={sites.length === 0 ? t('settings.noSites') : undefined}
    >
      {sites.map((site) => (
        <Group key={site} justify="space-between" wrap="nowrap">
          <Text size="xs" truncate>
            {site.replace(/\/\*$/, '')}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => void revokeSiteAccess(site)}>
            {t('settings.revoke')}
          </Button>
        </Group>
      ))}
    </SettingsSection>
  );
}
