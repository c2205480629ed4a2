export default { site: "https://paper.example.org" };
