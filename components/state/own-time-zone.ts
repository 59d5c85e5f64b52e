/** Where the agent sits: a browser that is carried abroad is opened anew. */
export const OWN_TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
