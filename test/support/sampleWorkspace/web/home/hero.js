import posthog from 'posthog-js';
import { filmHero, photoHero, pictureHero, searchHero } from './heroes';

/** What fills the top of the homepage. */
export function chooseHero(season) {
  switch (posthog.getFeatureFlag('homepage-hero')) {
    case 'photo':
      return photoHero(season);
    case 'film':
      return filmHero(season, { muted: true });
    case 'search':
      return searchHero();
    default:
      return pictureHero(season);
  }
}

posthog.onFeatureFlags(() => {
  const hero = document.querySelector('#hero');
  hero?.replaceChildren(chooseHero(hero.dataset.season));
});
