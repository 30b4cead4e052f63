#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr ProfileWords kPortugueseProfile{
    .open = "Perfil comercial",
    .title = "Perfil comercial de {0}",
    .note = "Os clientes veem isto ao abrir o perfil do número no WhatsApp.",
    .about = "Recado",
    .address = "Endereço",
    .description = "Descrição",
    .email = "E-mail",
    .website = "Site",
    .second_website = "Segundo site",
    .vertical = "Tipo de negócio",
    .picture = "Foto do perfil",
    .picture_note = "JPEG ou PNG; um quadrado de pelo menos 640 × 640 pixels fica melhor.",
    .saved = "O perfil foi salvo.",
    .refused = "A Meta recusou: {0}",
    .faults =
        {{"Isto é mais longo do que a Meta permite.",
          "A Meta quer pelo menos um caractere aqui.",
          "Isto não é um endereço de e-mail.",
          "Deve ser um endereço que comece com https:// ou http://",
          "A Meta não conhece este tipo de negócio.",
          "A foto deve ser JPEG ou PNG de no máximo 5 MB."}},
    .verticals =
        {{"Bebidas alcoólicas",
          "Roupas",
          "Automóveis",
          "Beleza",
          "Educação",
          "Entretenimento",
          "Organização de eventos",
          "Finanças",
          "Serviço público",
          "Supermercado",
          "Saúde",
          "Hotel e hospedagem",
          "Sem fins lucrativos",
          "Apostas on-line",
          "Remédios sem receita",
          "Outro",
          "Apostas no local",
          "Serviços profissionais",
          "Restaurante",
          "Comércio",
          "Viagens"}},
    .did_change = "Alterou um perfil comercial"};

}  // namespace roost
