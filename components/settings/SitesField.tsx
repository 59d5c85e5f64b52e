import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listGrantedSites, onSiteAccessChanged, revokeSiteAccess } from '../../utils/browser/site-access.ts';

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
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('settings.sites')}
      </Text>
      {sites.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('settings.noSites')}
        </Text>
      )}
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
    </Stack>
  );
}
