export const GET = async () => feed(await getCollection("posts"), await getCollection("tips"));
