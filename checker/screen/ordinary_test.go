package screen

import (
	"math/rand/v2"
	"strings"
)

// ordinaryNames makes n names of people who are on no list: given names and
// surnames that are frequent in their language, put together as it does, drawn
// with a fixed seed; no name comes twice. Shares: a fifth each English, Chinese and Korean, the rest
// Russian, Arabic, Persian, Turkish, Indonesian, Spanish, French, German, Indian and
// West African in equal parts. Some of them are listed people's names by chance,
// as in life; they count as false hits all the same.
func ordinaryNames(n int) []string {
	rng := rand.New(rand.NewPCG(41, 1718))
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	out, seen := make([]string, 0, n), make(map[string]bool, n)
	for len(out) < n {
		var name string
		switch k := rng.IntN(25); {
		case k < 5:
			name = pick(english) + " " + pick(englishSurnames)
			if rng.IntN(4) == 0 {
				name = pick(english) + " " + name
			}
		case k < 10:
			given := pick(chineseSyllables)
			if rng.IntN(3) > 0 {
				given += strings.ToLower(pick(chineseSyllables))
			}
			name = pick(chineseSurnames) + " " + given
		case k < 15:
			name = pick(koreanFamilies) + " " + pick(koreanSyllables) + [3]string{" ", "-", ""}[rng.IntN(3)]
			second := pick(koreanSyllables)
			if !strings.HasSuffix(name, " ") {
				second = strings.ToLower(second)
			}
			name += second
		default:
			c := cultures[rng.IntN(len(cultures))]
			name = pick(c.given) + " "
			if c.middle != nil && rng.IntN(2) == 0 {
				name += pick(c.middle) + " "
			}
			name += pick(c.family)
		}
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

type culture struct{ given, middle, family []string }

func fields(s string) []string { return strings.Fields(s) }

var (
	english = fields(`James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty
		Anthony Margaret Mark Sandra Donald Ashley Steven Kimberly Paul Emily Andrew Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Dorothy George Melissa Edward Deborah Ronald Stephanie Timothy Rebecca`)
	englishSurnames = fields(`Smith Johnson Williams Brown Jones Garcia Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams
		Nelson Baker Hall Campbell Mitchell Carter Roberts Turner Phillips Evans Parker Edwards Collins Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Bailey Reed Kelly Howard Cox Ward Richardson Watson Brooks Bennett Gray`)
	chineseSurnames  = fields(`Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen`)
	chineseSyllables = fields(`Wei Fang Na Min Jing Li Qiang Lei Jun Yang Yong Yan Jie Juan Tao Ming Chao Xiu Xia Ping Gang Gui Hua Dan Hong Xin Bo Jian Guo Zhi Peng Kai Hao Yu Chen Long Feng Bin Ling Mei Lan Ying Shan Hui Yi Zhen Dong Hai Rong Sheng Wen`)
	koreanFamilies   = fields(`Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Jeon Ko Moon Son Yang Bae Baek Heo Nam Shim Noh Ha Kwak Sung Cha Joo Woo Koo Min Jin Ri Pak Choe Jong Ro Paek`)
	koreanSyllables  = fields(`Min Jun Seo Ji Hyun Woo Young Soo Jin Sung Ho Dong Kyung Jae Hee Eun Mi Hye Sun Yeon Jung Hoon Tae Sang Chul Ki Kyu Won Il Nam Hak In Yong Song Chol Myong Hyok Guk Kwang Hui Ok Chun Gil Ryong Bom Un Gyong`)
	cultures         = []culture{
		{fields(`Alexander Dmitry Sergei Andrei Alexei Maxim Ivan Mikhail Nikolai Vladimir Pavel Roman Oleg Igor Yuri Viktor Anna Elena Olga Natalia Irina Tatiana Svetlana Maria Ekaterina`),
			fields(`Alexandrovich Sergeyevich Ivanovich Nikolaevich Vladimirovich Petrovich Mikhailovich Andreyevich Olegovich Yurievich`),
			fields(`Ivanov Smirnov Kuznetsov Popov Vasiliev Petrov Sokolov Mikhailov Novikov Fedorov Morozov Volkov Alekseev Lebedev Semenov Egorov Pavlov Kozlov Stepanov Nikolaev Orlov Andreev Makarov Nikitin Zakharov`)},
		{fields(`Mohammed Ahmed Ali Omar Youssef Ibrahim Hassan Hussein Khaled Mahmoud Mustafa Abdullah Karim Tariq Samir Nabil Walid Faisal Salem Rashid Fatima Aisha Mariam Layla Nour`),
			fields(`Ahmed Mohammed Ali Hassan Saleh Abdullah Mahmoud Ibrahim Said Nasser Hamid Yahya`),
			fields(`Al-Masri Haddad Khoury Al-Otaibi Al-Harbi Al-Shehri Al-Ghamdi Mansour Saleh Nasser Farouk Darwish Sabbagh Najjar Hamdan Qasim Al-Zahrani Al-Dosari Barakat Shahin Fawzi Hashim Aziz Ramadan Taha`)},
		{fields(`Reza Ali Hossein Mohammad Mehdi Amir Hamid Saeed Majid Farhad Behrouz Dariush Kourosh Navid Arash Zahra Maryam Leila Shirin Parisa`), nil,
			fields(`Ahmadi Hosseini Mohammadi Karimi Rezaei Moradi Jafari Rahimi Ghasemi Kazemi Sadeghi Akbari Heydari Najafi Rostami Shirazi Tehrani Esfahani Tabrizi Yazdi`)},
		{fields(`Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Murat Emre Burak Can Kemal Serkan Ayşe Fatma Zeynep Elif Merve Selin`), nil,
			fields(`Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek`)},
		{fields(`Budi Agus Andi Dewi Siti Rina Joko Bambang Hendra Yusuf Rizky Putri Ahmad Muhammad Abdul Eko Slamet Wahyu Dian Indra`), fields(`Nur Adi Dwi Tri Eka`),
			fields(`Santoso Wijaya Hidayat Saputra Nugroho Susanto Setiawan Kurniawan Rahman Hakim Siregar Nasution Simanjuntak Lubis Utomo Pratama Wibowo Gunawan Halim Salim`)},
		{fields(`José María Juan Carlos Luis Antonio Francisco Manuel Pedro Jorge Miguel Ana Carmen Laura Sofía Lucía Diego Javier Fernando Rafael`), nil,
			fields(`García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Álvarez Romero Navarro Torres Ramírez`)},
		{fields(`Jean Pierre Michel Philippe Alain Nicolas Christophe Marie Nathalie Isabelle Sophie Céline Émile François Thierry Laurent`), nil,
			fields(`Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garnier Rousseau Vincent Fournier Morel Girard`)},
		{fields(`Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Stefan Christian Uwe Sabine Monika Petra Ursula Renate Karin Anja Heike`), nil,
			fields(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann`)},
		{fields(`Rajesh Amit Sanjay Vijay Anil Suresh Ramesh Priya Anita Sunita Deepak Rahul Arjun Kavita Neha Mohammad Imran Salman Asif Bilal`), fields(`Kumar Lal Chandra Nath`),
			fields(`Sharma Verma Gupta Singh Patel Reddy Nair Iyer Mehta Joshi Khan Ahmed Malik Qureshi Hussain Ansari Chaudhry Butt Siddiqui Sheikh`)},
		{fields(`Chinedu Oluwaseun Emeka Amina Ngozi Kwame Kofi Ama Yaw Abena Moussa Ibrahim Fatou Mamadou Ousmane Aminata Abdoulaye Seydou Adama Boubacar`), nil,
			fields(`Okafor Adeyemi Eze Bello Musa Mensah Owusu Boateng Asante Diallo Traoré Keita Coulibaly Konaté Touré Sow Ba Ndiaye Diop Cissé`)},
	}
)
