#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr ProfileWords kSpanishProfile{
    .open = "Perfil de empresa",
    .title = "Perfil de empresa de {0}",
    .note = "Los clientes ven esto al abrir el perfil del número en WhatsApp.",
    .about = "Info.",
    .address = "Dirección",
    .description = "Descripción",
    .email = "Correo electrónico",
    .website = "Sitio web",
    .second_website = "Segundo sitio web",
    .vertical = "Tipo de empresa",
    .picture = "Foto de perfil",
    .picture_note = "JPEG o PNG; queda mejor un cuadrado de al menos 640 × 640 píxeles.",
    .saved = "El perfil se ha guardado.",
    .refused = "Meta lo ha rechazado: {0}",
    .faults =
        {{"Es más largo de lo que Meta permite.",
          "Meta quiere aquí al menos un carácter.",
          "No es una dirección de correo.",
          "Debe ser una dirección que empiece por https:// o http://",
          "Meta no conoce este tipo de empresa.",
          "La foto debe ser JPEG o PNG, de 5 MB como máximo."}},
    .verticals =
        {{"Bebidas alcohólicas",
          "Ropa",
          "Automóviles",
          "Belleza",
          "Educación",
          "Entretenimiento",
          "Organización de eventos",
          "Finanzas",
          "Servicio público",
          "Alimentación",
          "Salud",
          "Hotel (alojamiento)",
          "Sin ánimo de lucro",
          "Apuestas en línea",
          "Medicamentos sin receta",
          "Otro",
          "Apuestas en local",
          "Servicios profesionales",
          "Restaurante",
          "Comercio",
          "Viajes"}},
    .did_change = "Cambió un perfil de empresa"};

}  // namespace roost
