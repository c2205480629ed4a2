export const GET = async () => rss([...await getCollection("posts"), ...await getCollection("notes")]);
