#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr TemplateWords kPortugueseTemplates{
    .title = "Modelos",
    .open = "Escolher um modelo",
    .close = "Fechar",
    .back = "Todos os modelos",
    .hint = "Escolha um modelo para preenchê-lo",
    .preview = "Prévia",
    .send = "Enviar modelo",
    .list = "Modelos para escolher",
    .search =
        {.one = "Buscar em {0} modelo", .many = "Buscar em {0} de modelos", .other = "Buscar em {0} modelos"},
    .all = "Todos",
    .utility = "Utilidade",
    .marketing = "Promoção",
    .authentication = "Autenticação",
    .closed = "Fechada: {0}",
    .free_until = "Os modelos são gratuitos até: {0}.",
    .loading = "Carregando os modelos…",
    .none = "Ainda não há modelos aprovados",
    .none_note = "Os modelos aparecem aqui quando a Meta os aprova.",
    .nothing = "Nenhum modelo assim",
    .gap = "Texto {0}",
    .heading_gap = "Título {0}",
    .choose_file = "Escolher um arquivo",
    .replace = "Trocar",
    .place_name = "Nome do lugar",
    .place_address = "Rua e cidade",
    .latitude = "Latitude do lugar",
    .longitude = "Longitude do lugar",
    .link_end = "Fim do link “{0}”",
    .code = "Código",
    .example = "Por exemplo {0}",
    .needed = "Isto ainda falta",
    .file_needed = "Escolha um arquivo primeiro",
    .file_waits = "O arquivo ainda não chegou",
    .link_needed = "Falta um endereço que comece com https://",
    .place_needed = "Faltam a latitude e a longitude, como -4.05 e 39.67",
    .forbidden = "Aqui não pode haver quebras de linha, tabulações nem espaços longos",
    .unfillable = "Este modelo não pode ser preenchido aqui"};

}  // namespace roost
