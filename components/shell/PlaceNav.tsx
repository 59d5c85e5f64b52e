import { Badge, Group, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isBehindMine, type Place } from '../state/panel-store.ts';

export interface PlaceNavProps {
  place: Place;
  pendingWrapUps: number;
  pressingPromises: number;
  onGo: (place: Place) => void;
  onPractice: () => void;
}

/** The four places. A badge only where something waits. */
export function PlaceNav({ place, pendingWrapUps, pressingPromises, onGo, onPractice }: PlaceNavProps) {
  const { t } = useTranslation();
  const here = isBehindMine(place) ? 'mine' : place;
  const item = (to: Place, label: string, badge = 0) => (
    <UnstyledButton
      fz="sm"
      ta="center"
      aria-current={here === to ? 'page' : undefined}
      onClick={() => onGo(to)}
    >
      {label}
      {badge > 0 && (
        <Badge size="sm" circle ml={4} color="yellow" autoContrast>
          {badge > 9 ? '9+' : badge}
        </Badge>
      )}
    </UnstyledButton>
  );
  return (
    <Group component="nav" className="panel-nav" gap={0} wrap="nowrap" aria-label={t('nav.label')}>
      {item('assist', t('nav.assist'))}
      {item('wrap-up', t('nav.wrapUp'), pendingWrapUps)}
      <UnstyledButton fz="sm" ta="center" onClick={onPractice}>
        {t('nav.practice')}
      </UnstyledButton>
      {item('mine', t('nav.mine'), pressingPromises)}
    </Group>
  );
}
